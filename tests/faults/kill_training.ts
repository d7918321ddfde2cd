import { assertEquals } from "@std/assert";
import { ProjectCopy } from "../end_to_end/project_copy.ts";
import { writeSmallRing } from "../end_to_end/small_ring.ts";

const SPEC = "experiments/small-ring.ts";
const SETTING = { ASSAY_CHECKPOINT_SECONDS: "0.1" };
const STEPS = 3_000;
/** Before it no stage trains; after it the trainings may be through. */
const [EARLIEST_MS, LATEST_MS] = [1_000, 6_000];

/**
 * Kills an experiment with real trainings at random moments until so many runs were killed, each going on from what the
 * last one left; then lets it end, which gives the digests of an undisturbed one.
 *
 * @param wanted How many kills.
 * @param random Numbers from 0 to 1.
 * @returns How many runs were killed.
 */
export async function killTraining(wanted: number, random: () => number): Promise<number> {
  const project = await ProjectCopy.make();
  try {
    await project.write(SPEC, writeSmallRing({ stepCount: STEPS }));
    await project.run(SPEC);
    const undisturbed = await project.listDigests("small-ring");
    let kills = 0;
    for (let store = 0; kills < wanted; store++) {
      project.results = `${project.folder}/killed-${store}`;
      while (kills < wanted && await runAndKill(project, random)) kills++;
      await project.run(SPEC);
      assertEquals(await project.listDigests("small-ring"), undisturbed);
    }
    return kills;
  } finally {
    await project.remove();
  }
}

async function runAndKill(project: ProjectCopy, random: () => number): Promise<boolean> {
  const runner = project.prepare(["run", SPEC, "--quiet"], SETTING).spawn();
  const ended = runner.output();
  const afterMs = EARLIEST_MS + random() * (LATEST_MS - EARLIEST_MS);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  try {
    runner.kill("SIGKILL");
  } catch {
    // It had ended.
  }
  return (await ended).signal === "SIGKILL";
}
