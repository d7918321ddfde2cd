import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { runTool, type ToolResult } from "./run_tool.ts";

/** Writes results folders `a` and `b` that show these experiments, and compares what is named in them. */
async function diff(
  [left, right]: readonly [readonly string[], readonly string[]],
  args: readonly string[] = ["a", "b"],
): Promise<ToolResult> {
  const folder = await Deno.makeTempDir();
  for (const [side, names] of [["a", left], ["b", right]] as const) {
    for (const experiment of names) {
      const view = join(folder, side, experiment);
      await Deno.mkdir(view, { recursive: true });
      const provenance = { experiment, keys: { report: "ab".repeat(32) } };
      await Deno.writeTextFile(join(view, "provenance.json"), JSON.stringify(provenance));
    }
  }
  const result = await runTool(["diff", ...args], { INIT_CWD: folder });
  await Deno.remove(folder, { recursive: true });
  return result;
}

Deno.test("diff names experiments that one of two results lacks, and ends with 1", async () => {
  const names = [["grid", "ring"], ["ring", "stacks"]] as const;
  const text = await diff(names);
  assertEquals(text.stderr, "");
  assertEquals([text.code, text.stdout.split("\n")], [1, [
    "ring: nothing differs",
    "grid: only in the first",
    "stacks: only in the second",
    "",
  ]]);
  const { code, stdout } = await diff(names, ["a", "b", "--json"]);
  assertEquals([code, stdout.trim().split("\n").map((line) => JSON.parse(line))], [1, [
    { experiment: ["ring", "ring"], stages: [], metrics: [], onlyIn: [[], []] },
    { experiment: ["grid", null], stages: [], metrics: [], onlyIn: [["report"], []] },
    { experiment: [null, "stacks"], stages: [], metrics: [], onlyIn: [[], ["report"]] },
  ]]);
});

Deno.test("diff of one experiment's folder says nothing of the others", async () => {
  const names = [["grid", "ring"], ["ring", "stacks"]] as const;
  for (const args of [["a/ring", "b"], ["a", "b/ring/"], ["a/ring", "b/ring"]]) {
    const { code, stdout } = await diff(names, args);
    assertEquals([code, stdout], [0, "ring: nothing differs\n"], args.join(" "));
  }
});

Deno.test("diff compares the only experiments of both, whatever they are called", async () => {
  const { code, stdout } = await diff([["ring"], ["ring.quick"]]);
  assertEquals([code, stdout], [0, "ring and ring.quick: nothing differs\n"]);
});
