import { assertEquals, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { listRan, ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";
const RUNS = ["minibatch-discrimination/seed=1", "vanilla/seed=1"];
const ALL_KINDS = ["draw-samples", "evaluate", "train-gan"];

Deno.test("deno task run computes only what depends on a change", async (test) => {
  const project = await ProjectCopy.make();
  await project.write(SPEC, writeSmallRing());

  await test.step("the first run computes every stage and ends with the report", async () => {
    const { events } = await project.run(SPEC);
    const expected = [
      "prepare-data",
      "draw-reference",
      "evaluate/reference",
      ...ALL_KINDS.flatMap((kind) => RUNS.map((run) => `${kind}/${run}`)),
      "compare",
      "report",
    ];
    assertEquals(listRan(events), expected.sort());
    const finished = events[events.length - 1];
    const report = join(project.results, "small-ring", "report.html");
    const { elapsedMs: _, ...rest } = finished;
    assertEquals(rest, { type: "finished", ran: expected.length, cached: 0, failed: 0, report });
    for (const file of ["report.html", "summary.json", "metrics.csv", "provenance.json"]) {
      await Deno.stat(join(project.results, "small-ring", file));
    }
    await Deno.stat(
      join(project.results, "small-ring", "runs", "vanilla", "seed=1", "history.csv"),
    );
  });

  await test.step("a second run is all cached, within half a second", async () => {
    const runs = [await project.run(SPEC), await project.run(SPEC), await project.run(SPEC)];
    for (const { events } of runs) assertEquals(listRan(events), []);
    assertLess(Math.min(...runs.map(({ elapsedMs }) => elapsedMs)), 500);
  });

  await test.step("a comment, and a local under another name, keep everything cached", async () => {
    await project.edit(
      "src/networks/mlp.ts",
      "const samples =",
      "// said once more\n      const samples =",
    );
    await project.edit("src/metrics/entropy.ts", "/**", "// said once more\n/**");
    const path = "src/training/batches.ts";
    const text = await Deno.readTextFile(join(project.folder, path));
    await project.write(path, text.replaceAll(/\bbatch\b(?!")/g, "drawnTogether"));
    assertEquals(listRan((await project.run(SPEC)).events), []);
  });

  await test.step("a chart reruns the report alone, within three seconds", async () => {
    const times: number[] = [];
    for (const size of [12, 13]) {
      await project.edit(
        "src/report/charts/chart_theme.ts",
        `labelFontSize: ${size}`,
        `labelFontSize: ${size + 1}`,
      );
      const { events, elapsedMs } = await project.run(SPEC);
      assertEquals(listRan(events), ["report"]);
      times.push(elapsedMs);
    }
    assertLess(Math.min(...times), 3000);
  });

  await test.step("a metric reruns evaluation, comparison and report, and no training", async () => {
    await project.edit(
      "src/metrics/modes.ts",
      "HIGH_QUALITY_RADIUS = 3",
      "HIGH_QUALITY_RADIUS = 2.5",
    );
    const { events } = await project.run(SPEC);
    const expected = [
      "evaluate/reference",
      ...RUNS.map((run) => `evaluate/${run}`),
      "compare",
      "report",
    ];
    assertEquals(listRan(events), expected.sort());
    await project.edit(
      "src/metrics/modes.ts",
      "HIGH_QUALITY_RADIUS = 2.5",
      "HIGH_QUALITY_RADIUS = 3",
    );
    assertEquals(listRan((await project.run(SPEC)).events), [], "and back again: all cached");
  });

  await test.step("a mistake in a source file is named with its line, and changes nothing", async () => {
    await project.edit(
      "src/metrics/modes.ts",
      "HIGH_QUALITY_RADIUS = 3",
      "HIGH_QUALITY_RADIUS = = 3",
    );
    const { code, stderr } = await project.command(["run", SPEC]);
    assertEquals(code, 1);
    assertMatch(stderr, /^Cannot fingerprint "[a-z-]+": [\s\S]*src\/metrics\/modes\.ts:\d+/);
    await project.edit(
      "src/metrics/modes.ts",
      "HIGH_QUALITY_RADIUS = = 3",
      "HIGH_QUALITY_RADIUS = 3",
    );
  });

  await test.step("another seed runs that seed alone", async () => {
    await project.write(SPEC, writeSmallRing({ seeds: [1, 2] }));
    const { events } = await project.run(SPEC);
    const runs = ["minibatch-discrimination/seed=2", "vanilla/seed=2"];
    const expected = [
      ...ALL_KINDS.flatMap((kind) => runs.map((run) => `${kind}/${run}`)),
      "compare",
      "report",
    ];
    assertEquals(listRan(events), expected.sort());
  });

  await test.step("A, B, A in the spec is all cached", async () => {
    await project.write(SPEC, writeSmallRing());
    assertEquals(listRan((await project.run(SPEC)).events), []);
  });

  await test.step("plan gives a reason for each stage", async () => {
    await project.write(SPEC, writeSmallRing({ stepCount: 220 }));
    const { stdout } = await project.command(["plan", SPEC, "--json"]);
    const { experiment, stages, counts } = JSON.parse(stdout);
    assertEquals(experiment, "small-ring");
    const reasonOf = (id: string) => stages.find((stage: { id: string }) => stage.id === id);
    assertEquals(reasonOf("prepare-data").status, "cached");
    const training = reasonOf("train-gan/vanilla/seed=1");
    assertEquals(training.status, "stale");
    assertMatch(training.key, /^[0-9a-f]{64}$/);
    assertMatch(training.reason, /^params changed: .*settings\.stepCount 200 -> 220/);
    assertEquals(reasonOf("report").reason, "waits for compare");
    assertEquals(counts.cached + counts.stale, stages.length);
    await project.write(SPEC, writeSmallRing());
  });

  await test.step("--rerun --only computes that kind again", async () => {
    const { events } = await project.run(SPEC, "--rerun", "--only", "compare");
    assertEquals(listRan(events), ["compare"]);
  });

  await test.step("a view that was deleted is rebuilt from the store", async () => {
    await Deno.remove(join(project.results, "small-ring"), { recursive: true });
    assertEquals(listRan((await project.run(SPEC)).events), []);
    await Deno.stat(join(project.results, "small-ring", "report.html"));
  });

  await test.step("a view that was cut off while it was written is not taken for another", async () => {
    const view = join(project.results, "small-ring");
    const seedsShown = async () =>
      JSON.parse(await Deno.readTextFile(join(view, "summary.json"))).seeds;
    const before = await seedsShown();
    // Nothing is written over a folder, as on a disk that is full.
    await Deno.mkdir(join(view, "provenance.json.new"));
    const { code, stderr } = await project.command(["run", SPEC, "--seeds", "7"]);
    assertEquals(code, 3, stderr);
    assertStringIncludes(stderr, "Cannot write the view");
    assertEquals(await seedsShown(), [7]);
    await Deno.remove(join(view, "provenance.json.new"));
    assertEquals(listRan((await project.run(SPEC)).events), []);
    assertEquals(await seedsShown(), before);
  });

  await test.step("two runners publish one view, one after the other", async () => {
    for (let round = 0; round < 3; round++) {
      await Deno.remove(join(project.results, "small-ring"), { recursive: true });
      const both = await Promise.all([1, 2].map(() => project.command(["run", SPEC])));
      assertEquals(both.map(({ code }) => code), [0, 0], both.map(({ stderr }) => stderr).join());
    }
  });

  await test.step("an artifact that is found damaged while the view is rebuilt is computed again", async () => {
    const digests = await project.listDigests("small-ring");
    await Deno.remove(join(project.results, "small-ring"), { recursive: true });
    const digest = digests["compare/metrics"];
    const path = join(project.results, ".store", "objects", digest.slice(0, 2), digest);
    const bytes = await Deno.readFile(path);
    bytes[0] ^= 1;
    await Deno.remove(path);
    await Deno.writeFile(path, bytes);
    const { events } = await project.run(SPEC);
    assertEquals(listRan(events), ["compare"]);
    assertMatch(JSON.stringify(events), /Cannot use the artifact \\"metrics\.csv\\"/);
    assertEquals(await project.listDigests("small-ring"), digests);
    await Deno.stat(join(project.results, ".store", "quarantine", digest));
  });

  await test.step("the same spec into an empty results folder gives the same digests", async () => {
    const first = await project.listDigests("small-ring");
    project.results = join(project.folder, "other results");
    await project.run(SPEC);
    assertEquals(await project.listDigests("small-ring"), first);
  });

  await project.remove();
});
