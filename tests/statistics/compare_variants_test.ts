import { assertEquals } from "@std/assert";
import type { Claim } from "../../src/statistics/claim.ts";
import {
  judgeClaims,
  type RunMetrics,
  summarizeVariants,
} from "../../src/statistics/compare_variants.ts";

const runs: RunMetrics[] = [
  ...[8, 8, 8].map((modes, index) => ({ variant: "a", seed: index + 1, metrics: { modes } })),
  ...[1, 2].map((modes, index) => ({ variant: "b", seed: index + 1, metrics: { modes } })),
  { variant: "b", seed: 3, metrics: {}, diverged: "loss is NaN at step 4" },
];

const bound = { metric: "modes", side: "at least", bound: 1 } as const;
const everySeed = (variant: string): Claim => ({ ...bound, variant, on: "every seed" });

Deno.test("judgeClaims() counts a diverged run as a miss on every seed, and in no mean", () => {
  const judged = judgeClaims(
    [everySeed("a"), everySeed("b"), { ...bound, variant: "b", on: "mean" }],
    runs,
    () => "higher",
  );
  assertEquals(judged.map(({ verdict }) => verdict), ["shown", "not shown", "undecided"]);
  assertEquals(judged.map(({ n }) => n), [3, 3, 2]);
});

Deno.test("summarizeVariants() names diverged runs and averages the others", () => {
  const { a, b } = summarizeVariants(runs, ["a", "b"]);
  assertEquals([a.runs, a.metrics.modes.mean, a.metrics.modes.n], [3, 8, 3]);
  assertEquals([b.runs, b.metrics.modes.mean, b.metrics.modes.n], [3, 1.5, 2]);
  assertEquals(b.diverged, [{ seed: 3, reason: "loss is NaN at step 4" }]);
});
