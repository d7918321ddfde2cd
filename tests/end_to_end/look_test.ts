import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";
const TRAINING = "train-gan/vanilla/seed=1";

async function git(folder: string, ...args: string[]): Promise<void> {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"];
  const { success } = await new Deno.Command("git", {
    args: ["-C", folder, ...identity, ...args],
    stdout: "null",
    stderr: "null",
  }).output();
  assert(success, `git ${args[0]}`);
}

Deno.test("show, explain, status and diff say what is in real results", async (test) => {
  const project = await ProjectCopy.make();
  await project.write(SPEC, writeSmallRing());
  await Deno.writeTextFile(join(project.folder, ".gitignore"), "node_modules\nresults*\n");
  await git(project.folder, "init", "-q");
  await git(project.folder, "add", "-A");
  await git(project.folder, "commit", "-q", "-m", "as it was");
  await project.run(SPEC);
  const digests = await project.listDigests("small-ring");
  const json = async (...args: string[]) => {
    const { code, stdout, stderr } = await project.command([...args, "--json"]);
    assert(code === 0, stderr);
    return JSON.parse(stdout);
  };

  await test.step("show tells a stage, and its artifacts by name, file and beginning of the digest", async () => {
    const { record } = await json("show", TRAINING);
    assertEquals(record.params.settings.stepCount, 200);
    const history = await json("show", TRAINING, "history");
    assertEquals(history.head[0].split(",")[0], "step");
    assertEquals(history.lines, 201);
    const digest = digests[`${TRAINING}/history`];
    assertEquals(await json("show", digest.slice(0, 16)), history);
    assertEquals(await json("show", TRAINING, "history.csv"), history);
    assertEquals((await json("show", record.key)).record.id, TRAINING);
    const { stdout } = await project.command(["show", TRAINING]);
    assertMatch(stdout, /settings\.stepCount +200\n/);
    assertMatch(stdout, /generators +[0-9a-f]{12} +generators\.safetensors +\S+ kB\n/);
  });

  await test.step("show sums up tensors", async () => {
    const { tensors } = await json("show", TRAINING, "generators");
    const bias = tensors.find(({ name }: { name: string }) => name.endsWith("dense_2/bias"));
    assertEquals([bias.dtype, bias.shape, bias.nanCount], ["F32", [2], 0]);
    assert(bias.min <= bias.mean && bias.mean <= bias.max);
  });

  await test.step("show names the nearest stage, lists what a short beginning may mean, and refuses damage", async () => {
    const unknown = await project.command(["show", "train-gan/vanila/seed=1"]);
    assertEquals(unknown.code, 2);
    assertStringIncludes(unknown.stderr, `the nearest is "${TRAINING}"`);
    const wrong = await project.command(["show", TRAINING, "weights"]);
    assertStringIncludes(
      wrong.stderr,
      "it has generators, snapshots, planes, history, outcome, timing",
    );

    const digest = digests["compare/comparison"];
    const path = join(project.results, ".store/objects", digest.slice(0, 2), digest);
    const bytes = await Deno.readFile(path);
    await Deno.remove(path);
    await Deno.writeTextFile(path, "{}");
    const damaged = await project.command(["show", "compare", "comparison"]);
    assertEquals(damaged.code, 4);
    assertStringIncludes(damaged.stderr, "it is damaged");
    await Deno.writeFile(path, bytes);
  });

  await test.step("explain of a cached stage tells its key and that nothing changed", async () => {
    const { status, key, identity, last, changes } = await json("explain", TRAINING);
    assertEquals([status, last, changes], ["cached", null, null]);
    assertMatch(key, /^[0-9a-f]{64}$/);
    assertEquals(identity.params.settings.stepCount, 200);
  });

  await test.step("explain names parameters, inputs, and the function that was edited", async () => {
    await project.write(SPEC, writeSmallRing({ stepCount: 220 }));
    const { status, changes } = await json("explain", TRAINING);
    assertEquals(status, "stale");
    assertEquals(changes[1], {
      part: "params",
      name: "snapshots",
      detail: "[100,200] -> [110,220]",
    });
    await project.write(SPEC, writeSmallRing());
    const path = "src/metrics/modes.ts";
    await project.edit(path, "HIGH_QUALITY_RADIUS = 3", "HIGH_QUALITY_RADIUS = 2.5");
    const evaluation = await json("explain", "evaluate/vanilla/seed=1");
    assertEquals(evaluation.changes, [{
      part: "file",
      name: path,
      detail: "changed: HIGH_QUALITY_RADIUS",
    }]);
    await project.edit(path, "HIGH_QUALITY_RADIUS = 2.5", "HIGH_QUALITY_RADIUS = 3");
  });

  await test.step("status tells where each experiment stands", async () => {
    const { experiments, running, newest, sizes } = await json("status");
    const own = experiments.find((one: { experiment: string }) => one.experiment === "small-ring");
    assertEquals([own.stages, own.isPublished], [{ cached: 11 }, true]);
    assertEquals([running.length, newest.length, sizes.records.count], [0, 5, 11]);
    assertMatch(
      (await project.command(["status"])).stdout,
      /small-ring +11 cached; report published/,
    );
  });

  await test.step("diff finds nothing in the same, and parameters, artifacts and metrics otherwise", async () => {
    const other = join(project.folder, "results-other");
    const same = await project.command(["diff", project.results, project.results], {}, {
      isPlain: true,
    });
    assertEquals([same.code, same.stdout], [0, "small-ring: nothing differs\n"]);
    const first = project.results;
    project.results = other;
    await project.write(SPEC, writeSmallRing({ stepCount: 220, seeds: [1, 2] }));
    await project.run(SPEC);
    const { code, stdout } = await project.command(["diff", first, other, "--json"], {}, {
      isPlain: true,
    });
    assertEquals(code, 1);
    const { stages, metrics, onlyIn } = JSON.parse(stdout);
    const training = stages.find(({ stage }: { stage: string }) => stage === TRAINING);
    assertEquals(training.changes[0], {
      part: "params",
      name: "settings.stepCount",
      detail: "200 -> 220",
    });
    assertEquals(training.artifacts, ["generators", "snapshots", "planes", "history", "outcome"]);
    assertEquals(onlyIn[0], []);
    assert(onlyIn[1].includes("train-gan/vanilla/seed=2"));
    assert(
      metrics.some(({ seed, before }: { seed: string; before: null }) =>
        seed === "2" && before === null
      ),
    );
    project.results = first;
  });

  await project.remove();
});
