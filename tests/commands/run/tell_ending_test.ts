import { assertEquals } from "@std/assert";
import { parseOptions } from "../../../src/commands/options.ts";
import { tellEnding } from "../../../src/commands/run/tell_ending.ts";

const ENDING = { results: [], report: null, differences: [], viewName: "a", elapsedMs: 1 };

Deno.test("tellEnding() gives 130 for a run that was stopped while its report was written", async () => {
  const options = parseOptions(["a.ts", "--quiet"]);
  const end = (isInterrupted: boolean) =>
    tellEnding({ ...ENDING, isInterrupted }, options, () => {});
  assertEquals([await end(false), await end(true)], [0, 130]);
});
