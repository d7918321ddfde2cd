import { assertEquals } from "@std/assert";
import type { RunEvent } from "../../pipeline/mod.ts";
import { TextLineStream } from "../../bench/text_line_stream.ts";
import { ProjectCopy } from "../end_to_end/project_copy.ts";
import { writeSmallRing } from "../end_to_end/small_ring.ts";

const SPEC = "experiments/small-ring.ts";
const SETTING = { ASSAY_CHECKPOINT_SECONDS: "0.1" };
const STEPS = 3_000;
/** A training is killed so long after its first report of progress at most; undisturbed it takes about as long. */
const LONGEST_MS = 1_500;

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

/** Kills the runner in the middle of a training; false if all trainings were through before. */
async function runAndKill(project: ProjectCopy, random: () => number): Promise<boolean> {
  const runner = project.prepare(["run", SPEC, "--json"], SETTING).spawn();
  const training = new Set<string>();
  let killAt = Infinity;
  const lines = runner.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(
    new TextLineStream(),
  );
  for await (const line of lines) {
    const event: RunEvent = JSON.parse(line);
    if (event.type === "stage-finished") training.delete(event.id);
    if (event.type !== "stage-progress" || event.progress.unit !== "steps") continue;
    training.add(event.id);
    killAt = Math.min(killAt, performance.now() + random() * LONGEST_MS);
    if (performance.now() < killAt) continue;
    runner.kill("SIGKILL");
    break;
  }
  await runner.stderr.cancel();
  return (await runner.status).signal === "SIGKILL" && training.size > 0;
}
