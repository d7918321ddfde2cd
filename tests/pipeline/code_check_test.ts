import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RunEvent } from "../../pipeline/events.ts";
import { LocalExecutor } from "../../pipeline/executor/local_executor.ts";
import { readFingerprints } from "../../pipeline/fingerprint_cache.ts";
import { type Project, readProject } from "../../pipeline/project.ts";
import type { StageKind } from "../../pipeline/stage.ts";
import { makeStage, Workbench } from "./fixtures/workbench.ts";

/** Waits a while, then writes a number that an imported function makes; reports progress if it is told to. */
const STAGE = `
import { choose } from "./choose.ts";

export async function run(context) {
  for (let step = 1; step <= 4; step++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (context.params.reports) await context.progress({ done: step, total: 4, unit: "steps" });
  }
  await Deno.writeTextFile(context.output("number"), String(choose()));
}
`;
const CHOOSE = `export function choose() { return 1; }\n`;

/** A source tree of two files that a test may edit, and a store. */
class EditedProject implements AsyncDisposable {
  readonly bench: Workbench;
  readonly #root: string;

  private constructor(bench: Workbench, root: string) {
    this.bench = bench;
    this.#root = root;
  }

  static async make(): Promise<EditedProject> {
    const bench = await Workbench.open();
    const root = join(bench.results, "project");
    await Deno.mkdir(root);
    await Deno.writeTextFile(join(root, "deno.json"), `{ "imports": {} }`);
    await Deno.writeTextFile(join(root, "stage.ts"), STAGE);
    await Deno.writeTextFile(join(root, "choose.ts"), CHOOSE);
    return new EditedProject(bench, root);
  }

  /** Replaces the function; done when it returns. */
  edit(text: string): void {
    Deno.writeTextFileSync(join(this.#root, "choose.ts"), text);
  }

  async run(options: { reports: boolean; onEvent?: (event: RunEvent) => void }) {
    const project: Project = await readProject(join(this.#root, "deno.json"));
    const kind: StageKind = {
      kind: "choose",
      module: pathToFileURL(join(this.#root, "stage.ts")).href,
      outputs: { number: "number.txt" },
      resources: { threads: 1, memoryMb: 10 },
      permissions: {},
    };
    const cachePath = join(this.#root, "fingerprints.json");
    const { reports, ...rest } = options;
    return await this.bench.run([makeStage("a", "choose", { params: { reports } })], {
      kinds: { choose: kind },
      project,
      fingerprints: await readFingerprints([kind], { project, cachePath }),
      executor: new LocalExecutor({ projectRoot: this.#root }),
      ...rest,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bench[Symbol.asyncDispose]();
  }
}

for (const reports of [true, false]) {
  const name = reports ? "that reports progress" : "that reports nothing";
  Deno.test(`runGraph() records nothing of a stage ${name} whose code was edited before it was loaded`, async () => {
    await using project = await EditedProject.make();
    const edited = await project.run({
      reports,
      onEvent: ({ type }) => {
        if (type === "stage-started") project.edit(CHOOSE.replace("1", "2"));
      },
    });
    assertEquals(edited.statuses, { a: "failed" });
    assertStringIncludes(edited.results.a.reason, 'Cannot run "a": its code was edited');
    assertEquals(await project.bench.listRecords(), []);
    assertEquals(await project.bench.list("objects"), []);

    const { results } = await project.run({ reports });
    assertEquals([results.a.status, await project.bench.read(results.a)], ["done", "2"]);
    project.edit(CHOOSE);
    const first = await project.run({ reports });
    assertEquals(first.results.a.status, "done", "nothing stands under the old code's key");
    assertEquals(await project.bench.read(first.results.a), "1");
  });
}

Deno.test("runGraph() keeps the result of a stage whose code was edited once it was loaded, under the old code's key", async () => {
  await using project = await EditedProject.make();
  const { results } = await project.run({
    reports: true,
    onEvent: (event) => {
      // By the second report, the check that the first one began has read the files.
      if (event.type === "stage-progress" && event.progress.done === 3) {
        project.edit(CHOOSE.replace("1", "2"));
      }
    },
  });
  assertEquals([results.a.status, await project.bench.read(results.a)], ["done", "1"]);

  const now = await project.run({ reports: true });
  assertMatch(now.results.a.reason, /code of choose changed \(choose\.ts\)/);
  assertEquals(await project.bench.read(now.results.a), "2");
  project.edit(CHOOSE);
  assertEquals((await project.run({ reports: true })).statuses, { a: "cached" });
});

Deno.test("runGraph() does not mind a comment that is written while a stage starts", async () => {
  await using project = await EditedProject.make();
  const { statuses } = await project.run({
    reports: false,
    onEvent: ({ type }) => {
      if (type === "stage-started") project.edit(`// The only choice.\n${CHOOSE}`);
    },
  });
  assertEquals(statuses, { a: "done" });
});

Deno.test("runGraph() records nothing of a stage whose code no longer parses", async () => {
  await using project = await EditedProject.make();
  const { statuses, results } = await project.run({
    reports: true,
    onEvent: ({ type }) => {
      if (type === "stage-started") project.edit("export function choose() {");
    },
  });
  assertEquals(statuses, { a: "failed" });
  assertMatch(results.a.reason, /choose\.ts/);
  assertEquals(await project.bench.listRecords(), []);
});
