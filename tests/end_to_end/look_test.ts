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
      "it has generators, planes, history, outcome, timing",
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
    assertEquals(training.artifacts, ["generators", "planes", "history", "outcome"]);
    assertEquals(onlyIn[0], []);
    assert(onlyIn[1].includes("train-gan/vanilla/seed=2"));
    assert(
      metrics.some(({ seed, before }: { seed: string; before: null }) =>
        seed === "2" && before === null
      ),
    );
    project.results = first;
  });

  await test.step("a published run is listed in index.html, which verify takes for what it is", async () => {
    const page = await Deno.readTextFile(join(project.results, "index.html"));
    assertStringIncludes(page, `<a href="small-ring/report.html">small-ring</a>`);
    assertEquals(page.split(`class="scatter"`).length - 1, 2);
    assertStringIncludes(page, "deno task run experiments/small-ring.ts");
    const { code, stdout } = await project.command(["verify", project.results, "--json"], {}, {
      isPlain: true,
    });
    assertEquals([code, JSON.parse(stdout).damage], [0, []]);
    const left = [...Deno.readDirSync(project.results)].map(({ name }) => name).sort();
    assertEquals(left, [".store", "index.html", "small-ring"]);
  });

  await test.step("compare says in plain words that the bytes are the same, and what differs otherwise", async () => {
    const page = join(project.folder, "page.html");
    const other = join(project.folder, "results-other");
    const compare = async (...args: string[]) =>
      await project.command(["compare", ...args, "--out", page], {}, { isPlain: true });
    const same = await compare(project.results, project.results);
    assertEquals([same.code, same.stderr], [0, `${page}\n`]);
    assertMatch(same.stdout, /^small-ring: the same bytes, all \d+ artifacts\n$/);
    assertStringIncludes(await Deno.readTextFile(page), `data-t="compare.same_artifacts"`);

    const differing = await compare(project.results, other);
    assertMatch(
      differing.stdout,
      /^small-ring: 0 of 0 tested means differ beyond chance, 1 of 1 claims agree, \d+ of \d+ artifacts are the same bytes\n/,
    );
    assertMatch(differing.stdout, /modes_covered +vanilla +\S+ +\S+ +\S+ +–\n/);
    const html = await Deno.readTextFile(page);
    assertStringIncludes(html, "settings.stepCount</code>");
    assertStringIncludes(html, "<code>200 → 220</code>");
    assertEquals(html.split('<figure class="film samples"').length - 1, 4);
    const { means, bytes, variants } = JSON.parse(
      (await compare(project.results, other, "--json")).stdout,
    );
    assertEquals([variants, bytes.of], [["vanilla", "minibatch-discrimination"], "artifacts"]);
    const covered = means.find((one: { metric: string }) => one.metric === "modes_covered");
    assertEquals(covered.difference.n, [1, 1]);

    // Folders that were handed on without their stores.
    const bare = join(project.folder, "results-bare");
    await Deno.mkdir(bare);
    await new Deno.Command("cp", { args: ["-r", join(other, "small-ring"), bare] }).output();
    const numbers = await compare(project.results, bare);
    assertMatch(numbers.stdout, /\d+ of \d+ files are the same bytes/);
    assertStringIncludes(await Deno.readTextFile(page), `data-t="compare.no_records"`);

    const nothing = await compare(project.folder, other);
    assertEquals(nothing.code, 3);
    assertMatch(
      nothing.stderr,
      /^Cannot compare ".*": it holds no published experiment\. A results folder is wanted/,
    );
    await Deno.rename(join(bare, "small-ring"), join(bare, "other-ring"));
    const summary = join(bare, "other-ring/summary.json");
    await Deno.writeTextFile(
      summary,
      (await Deno.readTextFile(summary)).replace("vanilla", "plain"),
    );
    const damaged = await compare(project.results, bare);
    assertEquals(damaged.code, 4);
    assertMatch(
      damaged.stderr,
      /other-ring": its summary\.json is not the one that was published, its SHA-256 is [0-9a-f]{64}/,
    );
    const unwritable = await project.command(
      ["compare", project.results, other, "--out", join(project.folder, "none/page.html")],
      {},
      { isPlain: true },
    );
    assertEquals(unwritable.code, 2);
    assertMatch(
      unwritable.stderr,
      /^Cannot write "page\.html" to ".*none": .*\. Name a file in a folder that is there/,
    );
  });

  await project.remove();
});
