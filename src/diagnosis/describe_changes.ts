import { measureEntropy } from "../metrics/mod.ts";
import { formatValue } from "./format_value.ts";
import { listCoveredModes } from "./list_covered_modes.ts";
import type { SampleSigns } from "./signs.ts";
import type { Verdict } from "./verdicts.ts";

/** A diagnosed snapshot. */
export interface DiagnosedStep {
  /** Training step. */
  readonly step: number;
  /** The verdict at that step. */
  readonly verdict: Verdict;
  /** What it rests on. */
  readonly signs: SampleSigns;
}

/**
 * Tells when the verdict changed, and which numbers went along.
 *
 * @param steps Snapshots in order of step.
 * @returns A sentence for each change; none where the verdict stays.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeChanges } from "./describe_changes.ts";
 *
 * const toSigns = (...counts: number[]) => ({ modes: { noun: "mode", counts, sampleCount: 90 } as const });
 * assertEquals(
 *   describeChanges([
 *     { step: 400, verdict: "healthy", signs: toSigns(30, 30, 30) },
 *     { step: 600, verdict: "collapse", signs: toSigns(90, 0, 0) },
 *   ]),
 *   [
 *     "From step 400 to 600 healthy became collapse: modes covered fell from 3 to 1, " +
 *     "mode entropy fell from 1.1 to 0 nats.",
 *   ],
 * );
 * ```
 */
export function describeChanges(steps: readonly DiagnosedStep[]): string[] {
  return steps.slice(1).flatMap((after, index) => {
    const before = steps[index];
    if (before.verdict === after.verdict) return [];
    const changes = listChanges(before.signs, after.signs);
    const numbers = changes.length === 0 ? "" : `: ${changes.join(", ")}`;
    return [
      `From step ${formatValue(before.step)} to ${formatValue(after.step)} ` +
      `${before.verdict} became ${after.verdict}${numbers}.`,
    ];
  });
}

function listChanges(before: SampleSigns, after: SampleSigns): string[] {
  const isClass = after.modes?.noun === "class";
  const covered = [before, after].map(({ modes }) => modes && listCoveredModes(modes).length);
  const entropy = [before, after].map(({ modes }) => modes && measureOrNothing(modes.counts));
  return [
    ...tell(isClass ? "classes covered" : "modes covered", covered),
    ...tell(isClass ? "class entropy" : "mode entropy", entropy, " nats"),
    ...tell(
      "near-duplicates",
      [before, after].map((signs) => toPercent(signs.nearDuplicateShare)),
      " %",
    ),
    ...tell("precision", [before.precision, after.precision]),
    ...tell("recall", [before.recall, after.recall]),
  ];
}

function tell(name: string, values: readonly (number | undefined)[], unit = ""): string[] {
  const [from, to] = values.map((value) => value === undefined ? undefined : formatValue(value));
  if (from === undefined || to === undefined || from === to) return [];
  return [`${name} ${values[1]! < values[0]! ? "fell" : "rose"} from ${from} to ${to}${unit}`];
}

function measureOrNothing(counts: readonly number[]): number | undefined {
  return counts.some((count) => count > 0) ? measureEntropy(counts) : undefined;
}

function toPercent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : 100 * share;
}
