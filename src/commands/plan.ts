import type { PlannedStage } from "../../pipeline/mod.ts";
import type { CommandOptions } from "./options.ts";
import { prepareExperiment } from "./prepare.ts";

/** `plan SPEC`: says what would run, and why. */
export async function planCommand(options: CommandOptions): Promise<number> {
  for (const spec of options.specs) {
    const { viewName, plan } = await prepareExperiment(spec, options);
    const counts = countStatuses(plan);
    if (options.json) {
      const stages = plan.map(({ id, kind, status, key, reason }) => ({
        id,
        kind,
        status,
        key,
        reason,
      }));
      console.log(JSON.stringify({ experiment: viewName, stages, counts }));
      continue;
    }
    const width = Math.max(...plan.map(({ id }) => id.length));
    for (const { id, status, reason } of plan) {
      console.log(`${status.padEnd(8)} ${id.padEnd(width)}  ${reason}`);
    }
    const summary = Object.entries(counts).map(([status, count]) => `${count} ${status}`).join(
      ", ",
    );
    console.log(`${viewName}: ${plan.length} stages, ${summary}`);
  }
  return 0;
}

/** How many stages have each status. */
export function countStatuses(
  stages: readonly Pick<PlannedStage, "status">[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of stages) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
