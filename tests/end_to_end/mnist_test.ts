import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { join } from "node:path";
import { listRan, ProjectCopy } from "./project_copy.ts";
import { SMALL_STACKS } from "./small_stacks.ts";

const SPEC = "experiments/mode-collapse.ts";

Deno.test("mode-collapse runs on real MNIST from the spec to the report", async (test) => {
  const project = await ProjectCopy.make();
  const { events } = await project.run(SPEC, "--quick");
  const view = join(project.results, "mode-collapse.quick");
  const readView = (file: string) => Deno.readTextFile(join(view, file));
  const summary = JSON.parse(await readView("summary.json"));

  await test.step("the judge is right on 98.5 % of the test split", async () => {
    const id = "train-judge";
    const { keys } = JSON.parse(await readView("provenance.json"));
    const store = join(project.results, ".store");
    const record = JSON.parse(await Deno.readTextFile(join(store, "records", `${keys[id]}.json`)));
    const { digest } = record.outputs.accuracy;
    const accuracy = JSON.parse(
      await Deno.readTextFile(join(store, "objects", digest.slice(0, 2), digest)),
    );
    assertGreater(accuracy.testAccuracy, 0.985);
    assertEquals(accuracy.testCount, 10_000);
    assertEquals(record.facts.engine.name, "tensorflow");
    assertGreater(record.peakRssBytes, 1e8);
    assertEquals(record.host.lockDigest.length, 64);
  });

  await test.step("summary.json has the promised shape", () => {
    const { experiment, seeds, engines, variants, reference, claims } = summary;
    assertEquals([experiment, seeds], ["mode-collapse", [1]]);
    assertEquals(engines[0].threads, 1);
    assertEquals(Object.keys(variants), ["vanilla", "dcgan", "minibatch-discrimination"]);
    for (
      const variant of Object.values<{ runs: number; diverged: number; metrics: object }>(variants)
    ) {
      assertEquals([variant.runs, variant.diverged], [1, 0]);
      const names = [
        ...["frechet_distance_1k", "kernel_distance", "kernel_distance_error", "precision_k5_1k"],
        ...["recall_k5_1k", "density_k5_1k", "coverage_k5_1k", "class_entropy", "kl_to_uniform"],
        ...["classes_covered", "jensen_shannon", "classifier_score", "mode_score"],
        ...["duplicate_rate", "nearest_neighbour_distance"],
      ];
      for (const name of names) assert(name in variant.metrics, name);
    }
    assertEquals(reference.classes_covered, 10);
    assertGreater(reference.nearest_neighbour_distance, 1);
    assertEquals(claims.length, 3);
    assertEquals(claims[0].verdict, "undecided", "one seed decides nothing");
  });

  await test.step("real images are nearer to real ones than any GAN's after 200 steps", () => {
    for (
      const { metrics } of Object.values<{ metrics: Record<string, { mean: number }> }>(
        summary.variants,
      )
    ) {
      assertLess(10 * summary.reference.frechet_distance_1k, metrics.frechet_distance_1k.mean);
    }
  });

  await test.step("the report is one page that names question and command", async () => {
    const html = await readView("report.html");
    assert(html.includes("Does minibatch discrimination restore"));
    assert(html.includes("deno task run experiments/mode-collapse.ts --quick"));
    assertEquals(/(?:src|href)="(?!data:|#)/.exec(html), null, "nothing is loaded");
    assertLess(html.length, 5e6);
  });

  await test.step("metrics.csv has a row for each variant, seed, step and metric", async () => {
    const [head, ...rows] = (await readView("metrics.csv")).trim().split("\n");
    assertEquals(head, "variant,seed,step,samples,metric,value");
    // Eight metrics at each of two snapshots, fifteen of the final samples.
    assertEquals(rows.length, 3 * (2 * 8 + 15));
  });

  await test.step("the last event says what ran", () => {
    const { type, ran, cached, failed } = events[events.length - 1];
    assertEquals({ type, ran, cached, failed }, {
      type: "finished",
      ran: 15,
      cached: 0,
      failed: 0,
    });
  });

  await test.step("stacked MNIST shares the digits and their judge, and counts modes", async () => {
    const spec = "experiments/small-stacks.ts";
    await project.write(spec, SMALL_STACKS);
    const ran = listRan((await project.run(spec)).events);
    assertEquals(
      ran.filter((id) => !/^(train-gan|draw-samples|evaluate)\/(vanilla|packing)\//.test(id)),
      [
        "compare",
        "draw-reference",
        "evaluate/reference",
        "report",
        "stack-digits",
      ],
    );
    const read = (file: string) => Deno.readTextFile(join(project.results, "small-stacks", file));
    const { variants, reference } = JSON.parse(await read("summary.json"));
    // 1,000 draws of 1,000 about equal modes miss 37 % of them.
    assertGreater(reference.modes_captured_1k, 600);
    assertLess(reference.modes_captured_1k, 660);
    assertGreater(variants.packing.metrics.mode_reverse_kl_1k.mean, reference.mode_reverse_kl_1k);
    const { protocol } = JSON.parse(await read("runs/vanilla/seed=1/evaluation.json"));
    assertGreater(protocol.judgeAccuracy, 0.985 ** 3);
    assertEquals(protocol.space, "judge's penultimate layer on each of 3 channels, 384 features");
    assert(/<img [^>]*class="colour">/.test(await read("report.html")));
  });

  await project.remove();
});
