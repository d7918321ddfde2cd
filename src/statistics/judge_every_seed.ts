import { meetsBound, type ThresholdClaim } from "./claim.ts";
import type { EverySeedResult } from "./claim_result.ts";
import { describeNeed } from "./describe_need.ts";
import { formatShort } from "./format_short.ts";
import { LEAST_SEEDS } from "./least_seeds.ts";
import { estimateShare } from "./share_interval.ts";

/**
 * Judges a claim that a metric keeps to a bound on every seed: `shown` when all seeds do,
 * `not shown` when one does not. A run that diverged, or that gives the metric no value, is a miss.
 *
 * It is a statement about these seeds, so that no chance is involved in its truth; what it says of
 * other seeds is the exact interval of the share that keeps to the bound, which with 10 of 10
 * starts at 69 %. Below 3 seeds nothing is decided, and a seed that has no result yet leaves open what no other refutes.
 *
 * @param claim The claim as registered.
 * @param values The value of each seed; null where its run gives none.
 * @param lacking Seeds of the experiment that have no result, as their runs failed or are still to come.
 * @returns The claim with verdict, count, interval and reason.
 * @throws {RangeError} If a value is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { judgeEverySeed } from "./judge_every_seed.ts";
 *
 * const claim = {
 *   metric: "modes_covered_20",
 *   variant: "packing-2",
 *   side: "at least",
 *   bound: 8,
 *   on: "every seed",
 * } as const;
 * assertEquals(judgeEverySeed(claim, { 1: 8, 2: 8, 3: 8 }).verdict, "shown");
 * assertEquals(judgeEverySeed(claim, { 1: 8, 2: 7, 3: 8 }).verdict, "not shown");
 * ```
 */
export function judgeEverySeed(
  claim: ThresholdClaim<"every seed">,
  values: Readonly<Record<string, number | null>>,
  lacking = 0,
): EverySeedResult {
  const entries = Object.entries(values);
  const bad = entries.find(([, value]) => value !== null && !Number.isFinite(value));
  if (bad !== undefined) {
    throw new RangeError(
      `Cannot judge "${claim.metric}" of seed "${bad[0]}": value is ${
        bad[1]
      }; a finite number is wanted`,
    );
  }
  const misses = entries.filter(([, value]) => value === null || !meetsBound(claim, value));
  const n = entries.length, held = n - misses.length;
  if (n < LEAST_SEEDS) {
    const reason = `${held} of ${n} seeds keep to it; at least ${LEAST_SEEDS} are wanted.`;
    const need = describeNeed("least", LEAST_SEEDS, false);
    const nothing = { low: null, high: null };
    return { ...claim, verdict: "undecided", held, ...nothing, n, values, reason, ...need };
  }
  const { low, high } = estimateShare(held, n);
  const isOpen = misses.length === 0 && lacking > 0;
  const verdict = isOpen ? "undecided" : misses.length === 0 ? "shown" : "not shown";
  // Rounded outwards, so that no interval is called surer than it is.
  const others = `95 % interval of the share of all seeds that do: ${Math.floor(100 * low)} to ${
    Math.ceil(100 * high)
  } %`;
  const missed = misses.length === 0 ? "" : `, not on ${listMisses(claim, misses)}`;
  const open = isOpen ? `; ${lacking} more ${lacking === 1 ? "has" : "have"} no result` : "";
  const reason =
    `${claim.metric} of "${claim.variant}" is ${claim.side} ${claim.bound} on ${held} of ${n} seeds${missed}${open} (${others}).`;
  const need = isOpen ? describeNeed("least", n + lacking, false) : { toDecide: null, need: null };
  return { ...claim, verdict, held, low, high, n, values, reason, ...need };
}

function listMisses(
  claim: ThresholdClaim,
  misses: readonly (readonly [string, number | null])[],
): string {
  return misses.map(([seed, value]) =>
    `seed ${seed} (${value === null ? "no value" : formatMiss(claim, value)})`
  ).join(", ");
}

/** Three digits of a value, or all where so few of them would keep to the bound. */
function formatMiss(claim: ThresholdClaim, value: number): string {
  const short = formatShort(value);
  return meetsBound(claim, Number(short)) ? String(value) : short;
}
