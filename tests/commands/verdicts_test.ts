import { assertEquals } from "@std/assert";
import { writeVerdict } from "../../src/commands/verdicts.ts";
import type { Claim } from "../../src/statistics/claim.ts";
import { judgeClaims } from "../../src/statistics/judge_claims.ts";

const values: Record<string, number[]> = {
  packing: [8, 8, 8, 8],
  vanilla: [1, 2, 1, 4],
  lone: [3],
};
const runs = Object.entries(values).flatMap(([variant, own]) =>
  own.map((modes, seed) => ({ variant, seed, metrics: { modes, distance: 100 * modes + seed } }))
);

function write(claim: Claim): string[] {
  return judgeClaims([claim], runs, () => "higher").flatMap(writeVerdict);
}

Deno.test("writeVerdict() has the number, the interval and n of every form of claim", () => {
  assertEquals(
    write({ metric: "modes", better: "packing", than: "vanilla", test: "welch" }),
    ["shown      modes of packing against vanilla: +6 [3.75, 8.25], n = 4 + 4, p = 0.003"],
  );
  assertEquals(
    write({ metric: "distance", better: "packing", than: "vanilla", test: "paired" }),
    ["shown      distance of packing against vanilla: +600 [375, 825], n = 4 pairs, p = 0.003"],
  );
  const bound = { metric: "modes", side: "at least", bound: 8 } as const;
  assertEquals(
    write({ ...bound, variant: "packing", on: "every seed" }),
    ["shown      modes of packing at least 8 on every seed: 4 of 4"],
  );
});

Deno.test("writeVerdict() says what would decide an open claim", () => {
  const bound = { metric: "modes", side: "at most", bound: 2.5, on: "mean" } as const;
  assertEquals(write({ ...bound, variant: "vanilla" }), [
    "undecided  modes of vanilla at most 2.5 on average: 2 [-0.25, 4.25], n = 4, p = 0.530",
    "           About 61 more seeds would decide with a power of 80 %, if difference and spread stay as seen.",
  ]);
  assertEquals(write({ ...bound, variant: "lone" }), [
    "undecided  modes of lone at most 2.5 on average: 3, n = 1",
    "           At least 3 seeds.",
  ]);
  assertEquals(write({ ...bound, variant: "absent" })[0].endsWith(": no value, n = 0"), true);
});
