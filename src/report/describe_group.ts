import type { StageGroup } from "./group_stages.ts";

/** Statuses that a box shouts. */
const BAD = ["failed", "diverged", "blocked"];
const LONGEST_NAME = 26;

/** What a box of the stage graph says. */
export interface GroupDescription {
  /** Name of the group, cut where it is long; empty where the kind is all. */
  readonly name: string;
  /** How many variants share it, where they do. */
  readonly variantCount?: number;
  /** How many stages have each status. */
  readonly states: readonly { readonly count: number; readonly status: string }[];
  /** Whether something went wrong. */
  readonly isBad: boolean;
  /** Time of all its stages, null where none is known. */
  readonly elapsedMs: number | null;
}

/**
 * Describes a group of stages for a box of the graph.
 *
 * @param group The group.
 * @returns What its box says.
 */
export function describeGroup({ name, variantCount, stages }: StageGroup): GroupDescription {
  const counts = new Map<string, number>();
  for (const { status } of stages) counts.set(status, (counts.get(status) ?? 0) + 1);
  const times = stages.flatMap(({ elapsedMs }) => elapsedMs ?? []);
  const count = stages.length > 1 && variantCount === undefined ? ` × ${stages.length}` : "";
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return {
    name: name === "" ? "" : short + count,
    variantCount,
    states: [...counts].map(([status, count]) => ({ status, count })),
    isBad: stages.some(({ status }) => BAD.includes(status)),
    elapsedMs: times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0),
  };
}
