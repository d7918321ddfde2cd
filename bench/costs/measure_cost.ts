import { chooseMode } from "../../src/training/choose_mode.ts";
import { Competitor } from "../competitor.ts";
import { listCompetitors } from "../list_competitors.ts";
import { writeFixture } from "../measure_work.ts";
import { summarizeRounds } from "../summarize.ts";
import type { GanWork } from "../work.ts";
import type { CostRow } from "./costs.ts";

/** Steps before the first round. */
const WARM_UP_STEPS = 5;
/** A round lasts about this long, or one step. */
const ROUND_MS = 250;

/**
 * Measures the step of a work in a fresh process, so that what it holds is its own.
 *
 * @param work The step.
 * @param options Its mode, how many rounds, threads, and a folder for the fixture.
 */
export async function measureCost(
  work: GanWork,
  options: { mode: CostRow["mode"]; rounds: number; threads: number; folder: string },
): Promise<CostRow> {
  const { mode, rounds, threads, folder } = options;
  const description = listCompetitors({ threads }).find(({ name }) => name === mode)!;
  const competitor = new Competitor(description);
  try {
    const fixture = await writeFixture(work, [competitor], folder);
    await competitor.ask({ do: "prepare", work, fixture });
    const run = async (count: number) => (await competitor.ask({ do: "run", count })).ms!;
    const firstMs = await run(1);
    const stepMs = await run(WARM_UP_STEPS) / WARM_UP_STEPS;
    const count = Math.max(1, Math.round(ROUND_MS / stepMs));
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await run(count) / count);
    const { peakBytes } = await competitor.ask({ do: "memory" });
    return {
      unrolledSteps: work.unrolledSteps ?? 0,
      packing: work.packing ?? 1,
      mode,
      isChosen: chooseMode(work) === mode,
      step: summarizeRounds(times),
      firstMs,
      peakBytes: peakBytes!,
    };
  } finally {
    await competitor.close();
  }
}
