import { assertEquals } from "@std/assert";
import { completeReport, renderReport } from "../../src/report/mod.ts";
import type { ReportData } from "../../src/report/mod.ts";
import { makeImageFixture } from "./fixture.ts";
import { addDiagnoses } from "./fixture_diagnoses.ts";
import { addExtras } from "./fixture_extras.ts";
import { makePointFixture } from "./fixture_points.ts";
import { makeRunFixture } from "./fixture_run.ts";
import { makeStackFixture } from "./fixture_stacks.ts";
import { listUntranslated } from "./list_untranslated.ts";

/** Every string of some data: names, the question, sources, identifiers of stages. */
function listStrings(value: unknown): string[] {
  if (typeof value === "string") return [value, ...value.split("/")];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...listStrings(one)]);
}

/** The words that stay in every language, but for those of the data themselves, with counts and arrows. */
async function listRest(data: ReportData): Promise<string[]> {
  const facts = makeRunFixture(data);
  const html = await completeReport(await renderReport(data), facts);
  const body = html.slice(html.indexOf("<body>"), html.indexOf(`<script type="application/json"`));
  const own = new Set(listStrings([data.experiment, data.reference.protocol, facts]));
  return listUntranslated(body).filter((text) => {
    const bare = text.replace(/^← | →$| × \d+$/g, "");
    return !own.has(bare) && !/^\d{4}-\d\d-\d\d [\d:]+ UTC$|^MNIST,$|^NaN$/.test(bare);
  });
}

Deno.test("renderReport() leaves no words that the page cannot put into another language: images", async () => {
  assertEquals(await listRest(addExtras(addDiagnoses(makeImageFixture()))), []);
});

Deno.test("renderReport() leaves no words that the page cannot put into another language: points", async () => {
  assertEquals(await listRest(addDiagnoses(makePointFixture())), []);
});

Deno.test("renderReport() leaves no words that the page cannot put into another language: stacks", async () => {
  assertEquals(await listRest(makeStackFixture()), []);
});
