import { assertEquals, assertThrows } from "@std/assert";
import { resolve } from "node:path";
import { formatHelp } from "../../src/commands/help.ts";
import { OPTIONS, parseOptions } from "../../src/commands/options.ts";
import { UsageError } from "../../src/commands/usage_error.ts";

Deno.test("parseOptions() reads specs, values and switches", () => {
  const options = parseOptions([
    "a.ts",
    "--jobs=3",
    "--quick",
    "b.ts",
    "--seeds",
    "1-3",
    "--only",
    "report",
  ]);
  assertEquals(options.specs, ["a.ts", "b.ts"]);
  assertEquals([options.jobs, options.preset, options.rerun], [3, "quick", false]);
  assertEquals([options.seeds, options.only], [[1, 2, 3], "report"]);
  assertEquals(options.engine, "auto");
});

Deno.test("parseOptions() reads a preset, of which --quick is one", () => {
  assertEquals(parseOptions(["a.ts", "--preset", "faithful"]).preset, "faithful");
  assertEquals(parseOptions(["a.ts", "--preset", "quick", "--quick"]).preset, "quick");
  assertEquals(parseOptions(["a.ts"]).preset, undefined);
  assertThrows(
    () => parseOptions(["a.ts", "--preset", "faithful", "--quick"]),
    UsageError,
    `Cannot read "--quick": --preset is "faithful"; one of the two is wanted`,
  );
});

Deno.test("parseOptions() names the nearest option to one that it does not know", () => {
  assertThrows(
    () => parseOptions(["--keepgoing"]),
    UsageError,
    `Cannot read "--keepgoing": there is no such option. The nearest is --keep-going`,
  );
});

Deno.test("parseOptions() knows no stage kind by a name that every object has", () => {
  assertThrows(() => parseOptions(["--only", "toString"]), UsageError, `value is "toString"`);
});

Deno.test("parseOptions() takes the folder of figures from where the user is", () => {
  Deno.env.set("INIT_CWD", resolve("/home/user"));
  try {
    assertEquals(parseOptions(["--figures", "out"]).figures, resolve("/home/user/out"));
  } finally {
    Deno.env.delete("INIT_CWD");
  }
});

Deno.test("parseOptions() refuses an option that lacks its value", () => {
  assertThrows(() => parseOptions(["--results="]), UsageError, `it needs a value, --results DIR`);
});

Deno.test("formatHelp() explains every option", () => {
  for (const name of Object.keys(OPTIONS)) {
    assertEquals(formatHelp().includes(`--${name}`), true, name);
  }
});
