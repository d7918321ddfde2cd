import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { readText } from "../report/read_text.ts";
import { listRan, ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";
const OPEN_ENGINE = "const engine = await openStageEngine(context);";
const PLANTED = `if (seed === 2 && settings.discriminator.minibatchDiscrimination) {
    console.log("about to divide");
    throw new Error("planted <b>failure</b>");
  }`;

Deno.test("a run in which a stage fails publishes what it has, shows the hole, and exits with 1", async (test) => {
  const project = await ProjectCopy.make();
  await project.write(SPEC, writeSmallRing({ seeds: [1, 2] }));
  await project.edit("src/stages/train_gan.ts", OPEN_ENGINE, `${OPEN_ENGINE}\n  ${PLANTED}`);
  const page = join(project.results, "small-ring", "report.html");

  await test.step("the report has the other runs, and says which is missing and why", async () => {
    const { code, stderr, stdout } = await project.command(["run", SPEC, "--keep-going"]);
    assertEquals(code, 1, stderr);
    assertStringIncludes(stderr, 'Cannot run "train-gan/minibatch-discrimination/seed=2"');
    assertStringIncludes(stderr, "about to divide");
    assertStringIncludes(stderr, "All that it printed: ");
    assertEquals(stdout.trim(), page.slice(project.folder.length + 1));
    const html = await Deno.readTextFile(page);
    const text = readText(html);
    assertStringIncludes(text, "1 of 4 runs has no result: minibatch-discrimination, seed 2");
    assertStringIncludes(text, "× failed train-gan/minibatch-discrimination/seed=2");
    assertStringIncludes(html, "planted &lt;b&gt;failure&lt;/b&gt;");
    assertStringIncludes(text, "× blocked evaluate/minibatch-discrimination/seed=2");
    const summary = JSON.parse(
      await Deno.readTextFile(join(project.results, "small-ring", "summary.json")),
    );
    const counts = Object.entries(summary.variants).map(([name, variant]) => {
      return [name, (variant as { runs: number }).runs];
    });
    assertEquals(Object.fromEntries(counts), { "vanilla": 2, "minibatch-discrimination": 1 });
  });

  await test.step("run again, it fails again, and computes nothing else", async () => {
    const { code, stdout } = await project.command(["run", SPEC, "--keep-going", "--json"]);
    assertEquals(code, 1);
    const ran = listRan(stdout.trim().split("\n").map((line) => JSON.parse(line)));
    assertEquals(ran, ["train-gan/minibatch-discrimination/seed=2"]);
  });

  await test.step("mended, only what was missing is computed, and the hole is gone", async () => {
    await project.edit("src/stages/train_gan.ts", `\n  ${PLANTED}`, "");
    const { events } = await project.run(SPEC);
    const run = "minibatch-discrimination/seed=2";
    const expected = ["compare", `draw-samples/${run}`, `evaluate/${run}`, "report"];
    assertEquals(listRan(events).filter((id) => !id.startsWith("train-gan/")), expected);
    const text = readText(await Deno.readTextFile(page));
    assertEquals(text.includes("has no result"), false);
  });
  await project.remove();
});

Deno.test("run --rerun --compare finds what is not reproducible, and says where and how far", async (test) => {
  const project = await ProjectCopy.make();
  await project.write(SPEC, writeSmallRing());

  await test.step("nothing, when all is", async () => {
    await project.run(SPEC);
    const { code, stderr } = await project.command(["run", SPEC, "--rerun", "--compare"]);
    assertEquals(code, 0, stderr);
    assertStringIncludes(stderr, "all artifacts are the same, bit for bit");
  });

  await test.step("a planted difference, by tensor, element and distance", async () => {
    const write = `await write("generators",`;
    const planted = `Object.values(progress.generators)[0].data[1] += Math.random();\n  ${write}`;
    await project.edit("src/stages/train_gan.ts", write, planted);
    await project.run(SPEC);
    const { code, stderr } = await project.command(["run", SPEC, "--rerun", "--compare"]);
    assertEquals(code, 1);
    assertMatch(
      stderr,
      /train-gan\/vanilla\/seed=1: generators\.safetensors differs: 1 of \d+ tensors, first tensor "[^"]+" at \[[\d, ]+\]: [-\d.e]+, now [-\d.e]+; 1 of \d+ elements differ, by at most 0\.\d+/,
    );
    const evidence = [...Deno.readDirSync(join(project.results, ".store", "conflicts"))];
    assertEquals(evidence.length, 2, "one a run");
  });

  await test.step("--compare without --rerun is refused", async () => {
    const { code, stderr } = await project.command(["run", SPEC, "--compare"]);
    assertEquals([code, stderr.trim()], [
      2,
      "Cannot compare what is not computed again: --rerun --compare is wanted",
    ]);
  });
  await project.remove();
});
