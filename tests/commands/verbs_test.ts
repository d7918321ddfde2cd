import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join, resolve } from "node:path";
import { runTool } from "./run_tool.ts";

const ROOT = resolve(import.meta.dirname!, "../..");
/** Verbs that read their own options. */
const VERBS = [
  "serve",
  "status",
  "show",
  "explain",
  "diff",
  "compare",
  "verify",
  "gc",
  "pack",
  "unpack",
  "keygen",
  "doctor",
  "setup",
];

const { tasks } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
const readme = await Deno.readTextFile(join(ROOT, "README.md"));

for (const verb of VERBS) {
  Deno.test(`${verb} --help tells options, examples and exit codes, and the README has it`, async () => {
    const { code, stdout } = await runTool([verb, "--help"]);
    assertEquals(code, 0);
    assertMatch(stdout, new RegExp(`^deno task ${verb}: `));
    for (const part of ["Options", "Examples", "Exit codes: 0 "]) {
      assertStringIncludes(stdout, part);
    }
    assert(stdout.includes("--json") || verb === "setup");
    assertEquals(tasks[verb], `deno run -A src/main.ts ${verb}`);
    assertStringIncludes(readme, `deno task ${verb} `);
  });
}

Deno.test("a verb names the nearest option, and what it wants beside options", async () => {
  const misspelt = await runTool(["verify", "--repare"]);
  assertEquals(misspelt.code, 2);
  assertEquals(
    misspelt.stderr,
    'Cannot read "--repare": there is no such option of verify. The nearest is --repair\n',
  );
  const nothing = await runTool(["pack", "experiments/ring.ts"]);
  assertEquals(nothing.code, 2);
  assertEquals(
    nothing.stderr,
    'Cannot pack "experiments/ring.ts": SPEC OUT.tar.gz is wanted, as in ' +
      '"deno task pack experiments/ring.ts ring.tar.gz"\n',
  );
});

Deno.test("verbs that look into results say how to get some where there are none", async () => {
  const folder = await Deno.makeTempDir();
  for (const verb of [["status"], ["gc"], ["show", "report"], ["explain", "report"]]) {
    const { code, stderr } = await runTool([...verb, "--results", folder]);
    assertEquals(code, 3, verb[0]);
    assertMatch(stderr, /^Cannot look into ".*": it holds no \.store\/\. Run an experiment first/);
  }
  const none = await runTool(["unpack", join(folder, "none.tar.gz"), "--results", folder]);
  assertEquals([none.code, [...Deno.readDirSync(folder)].length], [3, 0]);
  await Deno.remove(folder, { recursive: true });
});
