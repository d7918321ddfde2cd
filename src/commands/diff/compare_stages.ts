import { STAGE_KINDS } from "../../stages/catalogue.ts";
import { describeChanges, type IdentityChange } from "../explain/describe_changes.ts";
import { PROJECT_ROOT } from "../places.ts";
import type { Side } from "./read_side.ts";

/** A stage that both sides have, and that is not the same. */
export interface StageDifference {
  readonly stage: string;
  /** What its key is made of. */
  readonly changes: readonly IdentityChange[];
  /** Artifacts whose bytes differ. */
  readonly artifacts: readonly string[];
}

/** How the stages of two published experiments differ. */
export interface ComparedStages {
  readonly stages: readonly StageDifference[];
  /** Stages that one side lacks. */
  readonly onlyIn: readonly [readonly string[], readonly string[]];
  /** Artifacts of both sides with the same bytes. */
  readonly sameCount: number;
}

/**
 * Compares the stages of two published experiments by their records. Artifacts that differ from run to run, as those
 * that hold times, are left out.
 *
 * @returns Stages that differ, in the order of the first.
 */
export async function compareStages(left: Side, right: Side): Promise<ComparedStages> {
  const ids = [...new Set([...Object.keys(left.view.keys), ...Object.keys(right.view.keys)])];
  const stages: StageDifference[] = [];
  const onlyIn: [string[], string[]] = [[], []];
  let sameCount = 0;
  for (const id of ids) {
    const [before, now] = [left, right].map(({ view, records }) =>
      records.get(view.keys[id] ?? "")
    );
    if (before === undefined || now === undefined) {
      if (before !== undefined) onlyIn[0].push(id);
      if (now !== undefined) onlyIn[1].push(id);
      continue;
    }
    const changes = before.key === now.key ? [] : await describeChanges(
      { ...before, code: { digest: before.fingerprint, ...left.readCode(before.code) } },
      { ...now, code: { digest: now.fingerprint, ...right.readCode(now.code) } },
      { root: PROJECT_ROOT },
    );
    const { volatile = [] } = STAGE_KINDS[now.kind] ?? {};
    const lasting = Object.keys(now.outputs).filter((name) => !volatile.includes(name));
    const artifacts = lasting.filter((name) =>
      before.outputs[name]?.digest !== now.outputs[name].digest
    );
    sameCount += lasting.length - artifacts.length;
    if (changes.length + artifacts.length > 0) stages.push({ stage: id, changes, artifacts });
  }
  return { stages, onlyIn, sameCount };
}
