import { measureEntropy } from "../metrics/mod.ts";
import type { Statement } from "../statements/statement.ts";
import type { Evidence } from "./evidence.ts";
import { listCoveredModes } from "./list_covered_modes.ts";
import { nameVerdict } from "./name_verdict.ts";
import type { SampleSigns } from "./signs.ts";
import { toPercent } from "./to_percent.ts";
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

/** Name of the message for a number that went along with a verdict. */
export type ChangeName = `change.${
  | "fell"
  | "rose"
  | "numbers"
  | "classes_covered"
  | "modes_covered"
  | "class_entropy"
  | "mode_entropy"
  | "near_duplicates"
  | "precision"
  | "recall"}`;

/** A value as it is written, three significant digits: changes beyond them are none. */
const DIGITS = 3;

/**
 * Tells when the verdict changed, and which numbers went along.
 *
 * @param steps Snapshots in order of step.
 * @returns A piece of evidence for each change; none where the verdict stays.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeChanges } from "./describe_changes.ts";
 *
 * const toSigns = (...counts: number[]) => ({ modes: { noun: "mode", counts, sampleCount: 90 } as const });
 * const [change] = describeChanges([
 *   { step: 400, verdict: "healthy", signs: toSigns(30, 30, 30) },
 *   { step: 600, verdict: "collapse", signs: toSigns(90, 0, 0) },
 * ]);
 * assertEquals(change.values!.after, { says: "diagnosis.collapse" });
 * ```
 */
export function describeChanges(steps: readonly DiagnosedStep[]): Evidence[] {
  return steps.slice(1).flatMap((after, index): Evidence[] => {
    const before = steps[index];
    if (before.verdict === after.verdict) return [];
    const changes = listChanges(before.signs, after.signs);
    return [{
      says: "evidence.change",
      values: {
        from: before.step,
        to: after.step,
        before: nameVerdict(before.verdict),
        after: nameVerdict(after.verdict),
        numbers: changes.length === 0 ? "" : { says: "change.numbers", values: { list: changes } },
      },
    }];
  });
}

function listChanges(before: SampleSigns, after: SampleSigns): Statement<ChangeName>[] {
  const isClass = after.modes?.noun === "class";
  const compare = (
    says: ChangeName,
    read: (signs: SampleSigns) => number | undefined,
    write: (value: number) => number | { readonly percent: number } = (value) => value,
  ): Statement<ChangeName>[] => {
    const [from, to] = [read(before), read(after)];
    if (from === undefined || to === undefined || isSame(from, to)) return [];
    return [{
      says: to < from ? "change.fell" : "change.rose",
      values: { name: { says }, from: write(from), to: write(to) },
    }];
  };
  return [
    ...compare(
      isClass ? "change.classes_covered" : "change.modes_covered",
      ({ modes }) => modes && listCoveredModes(modes).length,
    ),
    ...compare(
      isClass ? "change.class_entropy" : "change.mode_entropy",
      ({ modes }) => modes && measureOrNothing(modes.counts),
    ),
    ...compare("change.near_duplicates", (signs) => signs.nearDuplicateShare, toPercent),
    ...compare("change.precision", ({ precision }) => precision),
    ...compare("change.recall", ({ recall }) => recall),
  ];
}

function isSame(from: number, to: number): boolean {
  return from.toPrecision(DIGITS) === to.toPrecision(DIGITS);
}

function measureOrNothing(counts: readonly number[]): number | undefined {
  return counts.some((count) => count > 0) ? measureEntropy(counts) : undefined;
}
