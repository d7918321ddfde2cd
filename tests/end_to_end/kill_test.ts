import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";
/** Long enough to be killed in the middle. */
const STEPS = 4000;
const OFTEN = { ASSAY_CHECKPOINT_SECONDS: "0.3" };

Deno.test({
  name:
    "a run that is killed in mid-training goes on from its checkpoint, and ends with the same digests",
  // setsid and pkill are util-linux and procps.
  ignore: Deno.build.os !== "linux",
  async fn() {
    const project = await ProjectCopy.make();
    await project.write(SPEC, writeSmallRing({ stepCount: STEPS }));
    await project.run(SPEC);
    const undisturbed = await project.listDigests("small-ring");

    project.results = join(project.folder, "killed");
    // A session of its own, so that the whole tree can be killed at once.
    const child = project.prepare(["run", SPEC, "--quiet"], OFTEN, { program: "setsid" }).spawn();
    await untilCheckpoint(project);
    await killSession(child.pid);
    await child.stdout.cancel();
    await child.stderr.cancel();
    await child.status;
    assertEquals(
      await listRecords(project, "train-gan"),
      [],
      "it was killed before a training ended",
    );

    const resumed = await project.command(["run", SPEC, "--json"], OFTEN);
    assertEquals(resumed.code, 0, resumed.stderr);
    const firstStep = resumed.stdout.split("\n").filter((line) => line.includes('"unit":"steps"'))
      .map((line): number => JSON.parse(line).progress.done);
    assert(Math.min(...firstStep) > 1, "training went on from a checkpoint");
    assertEquals(await project.listDigests("small-ring"), undisturbed);
    await project.remove();
  },
});

Deno.test({
  name: "Ctrl-C stops the stages, exits with 130, and leaves a run that can go on",
  ignore: Deno.build.os === "windows",
  async fn() {
    const project = await ProjectCopy.make();
    await project.write(SPEC, writeSmallRing({ stepCount: STEPS }));
    const child = project.prepare(["run", SPEC, "--quiet"], OFTEN).spawn();
    await untilCheckpoint(project);
    child.kill("SIGINT");
    const { code } = await child.output();
    assertEquals(code, 130);
    const left = await new Deno.Command("pgrep", { args: ["-f", project.folder] }).output();
    assertEquals(new TextDecoder().decode(left.stdout), "", "no stage is left running");
    await project.run(SPEC);
    await project.remove();
  },
});

/** Waits until both trainings have saved a checkpoint. */
async function untilCheckpoint(project: ProjectCopy): Promise<void> {
  const folder = join(project.results, ".store", "checkpoints");
  for (let waited = 0; waited < 60_000; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    let found = 0;
    try {
      for await (const key of Deno.readDir(folder)) {
        for await (const file of Deno.readDir(join(folder, key.name))) {
          if (file.name === "checkpoint") found++;
        }
      }
    } catch {
      continue;
    }
    if (found >= 2) return;
  }
  throw new Error("No checkpoint within a minute");
}

async function killSession(leader: number): Promise<void> {
  await new Deno.Command("pkill", { args: ["-KILL", "-s", String(leader)] }).output();
}

async function listRecords(project: ProjectCopy, kind: string): Promise<string[]> {
  const folder = join(project.results, ".store", "records");
  const ids: string[] = [];
  for await (const file of Deno.readDir(folder)) {
    const record = JSON.parse(await Deno.readTextFile(join(folder, file.name)));
    if (record.kind === kind) ids.push(record.id);
  }
  return ids;
}
