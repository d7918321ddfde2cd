import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
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

Deno.test("a file in the place of a results folder, and a key that is not there, are told in one line", async () => {
  const folder = await Deno.makeTempDir();
  const [file, key] = ["file", "none.pub"].map((name) => join(folder, name));
  await Deno.writeTextFile(file, "");
  const cases: [readonly string[], number, string][] = [
    [["serve", "--results", file], 2, "it is a file; a folder is wanted"],
    [["unpack", file, "--results", file], 2, "it is a file; a folder is wanted"],
    [["doctor", "--results", file], 0, `${file} is a file`],
    // Of the project's own results, too.
    [["verify", "--key", key], 3, "Cannot read the key"],
  ];
  for (const [args, wanted, words] of cases) {
    const { code, stdout, stderr } = await runTool(args);
    assertEquals(code, wanted, args.join(" "));
    assertStringIncludes(stdout + stderr, words);
    assert(!stderr.includes("\n    at "), args[0]);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("keygen leaves nothing where half of a pair is there", async () => {
  const folder = await Deno.makeTempDir();
  for (const [ending, other] of [[".pub", ".key"], [".key", ".pub"]]) {
    const name = join(folder, `lab${ending.slice(1)}`);
    await Deno.writeTextFile(name + ending, "mine");
    const { code, stderr } = await runTool(["keygen", name]);
    assertEquals(code, 3);
    assertStringIncludes(stderr, "Keys are never replaced");
    assertEquals(await Deno.readTextFile(name + ending), "mine");
    await assertRejects(() => Deno.stat(name + other), Deno.errors.NotFound);
  }
  await Deno.remove(folder, { recursive: true });
});
