import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { EnvironmentError } from "../../../pipeline/mod.ts";
import { readPublished } from "../../../src/commands/compare/read_published.ts";

const SUMMARY = {
  experiment: "ring",
  question: "Are all modes covered?",
  seeds: [1],
  engines: [],
  variants: { vanilla: { runs: 1, diverged: 0, metrics: { modes_covered: { values: { 1: 8 } } } } },
  claims: [],
};
const PROVENANCE = { experiment: "ring", keys: {} };

async function read(summary: object, provenance: object) {
  const results = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(results, "ring"));
    const write = (name: string, value: object) =>
      Deno.writeTextFile(join(results, "ring", name), JSON.stringify(value));
    await Promise.all([write("summary.json", summary), write("provenance.json", provenance)]);
    const view = { name: "ring", keys: {}, files: null };
    return await readPublished({ results, view, records: new Map(), readCode: () => null! });
  } finally {
    await Deno.remove(results, { recursive: true });
  }
}

Deno.test("readPublished() reads what a folder says of its experiment", async () => {
  assertEquals((await read(SUMMARY, PROVENANCE)).summary.seeds, [1]);
});

const unknown = { vanilla: { runs: 1, diverged: 0, metrics: { inception_score: { values: {} } } } };
const cases: Record<string, [object, object, string]> = {
  "a summary of another form": [{ ...SUMMARY, claims: [{}] }, PROVENANCE, '"claims.0"'],
  "provenance of another form": [
    SUMMARY,
    { ...PROVENANCE, stages: [{ id: "x" }] },
    '"stages.0.status"',
  ],
  "an unknown metric": [{ ...SUMMARY, variants: unknown }, PROVENANCE, '"inception_score"'],
};
for (const [name, [summary, provenance, words]] of Object.entries(cases)) {
  Deno.test(`readPublished() refuses ${name} with the folder's name`, async () => {
    const error = await assertRejects(() => read(summary, provenance), EnvironmentError);
    for (const part of ["Cannot compare", "/ring", words, "of this version of Assay"]) {
      assertEquals(error.message.includes(part), true, `${part} in ${error.message}`);
    }
  });
}
