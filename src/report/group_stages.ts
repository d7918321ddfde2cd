import type { StageFacts } from "./report_data.ts";

/** Stages that share a box of the graph: one kind, and where it has runs, one variant. */
export interface StageGroup {
  readonly id: string;
  readonly kind: string;
  /** What is left of the id: a variant's name, `reference`, or nothing; nothing also where all variants share the box. */
  readonly name: string;
  /** How many variants share the box, where there are too many for boxes of their own. */
  readonly variantCount?: number;
  readonly stages: readonly StageFacts[];
  /** Groups that this one reads from and that no other of its inputs stands behind. */
  readonly dependsOn: readonly string[];
}

/** With more variants than this, a box stands for all of them. */
const MOST_VARIANTS = 6;

/**
 * Groups the stages of an experiment so that its graph stays legible: the seeds of a variant become one box, and
 * beyond six variants so do the variants. Edges that a longer path implies are dropped.
 *
 * @param stages All stages, in any order, without cycles.
 * @returns Groups in the order in which they first appear.
 */
export function groupStages(stages: readonly StageFacts[]): StageGroup[] {
  const variants = new Set(stages.filter(isRun).map(readName));
  const keepsVariants = variants.size <= MOST_VARIANTS;
  const groupOf = new Map(stages.map((stage) => [
    stage.id,
    isRun(stage) && !keepsVariants ? `${stage.kind}/*` : `${stage.kind}/${readName(stage)}`,
  ]));
  const ids = [...new Set(groupOf.values())];
  const edges = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { id, dependsOn } of stages) {
    const group = groupOf.get(id)!;
    for (const input of dependsOn) {
      const source = groupOf.get(input);
      if (source !== undefined && source !== group) edges.get(group)!.add(source);
    }
  }
  return ids.map((id) => {
    const members = stages.filter((stage) => groupOf.get(stage.id) === id);
    const group = { id, kind: members[0].kind, stages: members, dependsOn: reduce(id, edges) };
    return isRun(members[0]) && !keepsVariants
      ? { ...group, name: "", variantCount: variants.size }
      : { ...group, name: readName(members[0]) };
  });
}

function isRun({ id }: StageFacts): boolean {
  return /\/seed=[^/]*$/.test(id);
}

function readName({ id, kind }: StageFacts): string {
  return id.slice(kind.length + 1).replace(/\/?seed=[^/]*$/, "");
}

/** The inputs of a group that cannot be reached through another of its inputs. */
function reduce(id: string, edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const inputs = [...edges.get(id)!];
  const implied = new Set<string>();
  const open = inputs.flatMap((input) => [...edges.get(input)!]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (implied.has(next)) continue;
    implied.add(next);
    open.push(...edges.get(next)!);
  }
  return inputs.filter((input) => !implied.has(input));
}
