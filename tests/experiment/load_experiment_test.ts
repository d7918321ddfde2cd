import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { loadExperiment } from "../../src/experiment/load_experiment.ts";
import { SpecError } from "../../src/experiment/spec_error.ts";

async function withFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function explain(path: string): Promise<string> {
  const { issues } = await assertRejects(() => loadExperiment(path), SpecError);
  assertEquals(issues.length, 1);
  return issues[0];
}

Deno.test("loadExperiment() loads a spec outside the project by what it imports as assay", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "spec.ts");
    await Deno.writeTextFile(
      path,
      `import { defineExperiment } from "assay";
       export default defineExperiment({
         name: "far", question: "Is it found?", dataset: { kind: "ring" },
         variants: { vanilla: {} }, presets: { quick: { seeds: [9] } },
       });`,
    );
    assertEquals((await loadExperiment(path)).seeds, [1, 2, 3]);
    assertEquals((await loadExperiment(path, { preset: "quick" })).seeds, [9]);
    assertEquals((await loadExperiment(path, { seeds: [4] })).seeds, [4]);
  });
});

Deno.test("the spec of the README is a valid one", async () => {
  const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  const [, spec] = /```ts\n(import \{ defineExperiment \}.*?)```/s.exec(readme)!;
  await withFolder(async (folder) => {
    const path = join(folder, "my-ring.ts");
    await Deno.writeTextFile(path, spec);
    assertEquals((await loadExperiment(path)).name, "my-ring");
  });
});

Deno.test("loadExperiment() refuses a path that leads to no module", async () => {
  await withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "mode-collapse.ts"), "");
    await Deno.writeTextFile(join(folder, "spec.json"), "{}");
    assertEquals(
      await explain(join(folder, "mode-colapse.ts")),
      `Cannot read "${folder}/mode-colapse.ts": there is no such file. Did you mean "${folder}/mode-collapse.ts"?`,
    );
    assertEquals(
      await explain(join(folder, "zebra.ts")),
      `Cannot read "${folder}/zebra.ts": there is no such file; the path of a spec is wanted`,
    );
    assertEquals(
      await explain(join(folder, "spec.json", "a.ts")),
      `Cannot read "${folder}/spec.json/a.ts": there is no such file; the path of a spec is wanted`,
    );
    assertEquals(
      await explain(folder),
      `Cannot read "${folder}": it is a folder; a file such as "${folder}/mode-collapse.ts" is wanted`,
    );
    assertEquals(
      await explain(join(folder, "spec.json")),
      `Cannot read "${folder}/spec.json": it is a .json file; a module ending in .ts, .mts, .js, .mjs is wanted`,
    );
  });
});

Deno.test("loadExperiment() refuses a module without an experiment", async () => {
  const bodies: Record<string, string> = {
    "export const a = 1;": "it has no default export",
    "export default () => ({});": "its default export is a function",
    "export default [1];": "its default export is [1]",
    "export default Promise.resolve();":
      'Cannot read "name" in "FILE" as it must be a name: it is missing',
  };
  await withFolder(async (folder) => {
    for (const [index, [body, problem]] of Object.entries(bodies).entries()) {
      const path = join(folder, `${index}.ts`);
      await Deno.writeTextFile(path, body);
      const { issues } = await assertRejects(() => loadExperiment(path), SpecError);
      const expected = problem.startsWith("Cannot")
        ? problem.replace("FILE", path)
        : `Cannot read "${path}": ${problem}; export default defineExperiment({ … }) is wanted`;
      assertEquals(issues[0], expected);
    }
  });
});

Deno.test("loadExperiment() says where a spec throws", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "throws.ts");
    await Deno.writeTextFile(
      path,
      "const wanted: number = 1;\n\nthrow new Error(`no ${wanted}`);\n",
    );
    assertEquals(
      await explain(path),
      `Cannot import "${path}" (line 3): no 1. A module that imports without error is wanted`,
    );
  });
});

Deno.test("loadExperiment() says what a spec imports in vain, or where it cannot be read", async () => {
  await withFolder(async (folder) => {
    const missing = join(folder, "missing.ts");
    await Deno.writeTextFile(missing, 'import "./gone.ts";\nexport default {};\n');
    const problem = await explain(missing);
    assertStringIncludes(problem, `Cannot import "${missing}": Module not found`);
    assertStringIncludes(problem, "gone.ts");
    assertStringIncludes(problem, "missing.ts:1:8");
    const broken = join(folder, "broken.ts");
    await Deno.writeTextFile(broken, "export default {\n  a: ;\n};\n");
    assertStringIncludes(await explain(broken), "broken.ts:2:6");
  });
});
