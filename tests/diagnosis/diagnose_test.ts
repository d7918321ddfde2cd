import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { diagnose, listCoveredModes, type SampleSigns } from "../../src/diagnosis/mod.ts";
import { countCoveredClasses } from "../../src/metrics/mod.ts";
import { writeStatement } from "../../src/report/text/write_statement.ts";
import {
  countClasses,
  countModes,
  makeImageSigns,
  makeTrainingSigns,
  REAL_IMAGES as real,
} from "./make_signs.ts";

const EIGHT = countModes(800, 100, 100, 100, 100, 100, 100, 100, 92);

function judge(samples: SampleSigns): string {
  return diagnose({ samples, real }).verdict;
}

Deno.test("diagnose() calls what is like the data healthy", () => {
  assertEquals(judge(real), "healthy");
  assertEquals(judge(makeImageSigns()), "healthy");
  const uneven = countClasses(772, 275, 966, 2292, 413, 742, 102, 1202, 1213, 2023);
  assertEquals(judge(makeImageSigns(uneven)), "healthy");
});

Deno.test("diagnose() calls one class repeated a collapse, and says with which numbers", () => {
  const samples = makeImageSigns({
    ...countClasses(0, 0, 0, 10_000, 0, 0, 0, 0, 0, 0),
    nearDuplicateShare: 1,
    spreadShare: 0.006,
    recall: 0,
  });
  const { verdict, evidence, decisive } = diagnose({ samples, real });
  assertEquals(verdict, "collapse");
  assertEquals(decisive, 4);
  assertEquals(evidence.slice(0, 4).map(writeStatement), [
    "1 of 10 classes gets at least 1 % of the samples; real data: 10. Up to 2 is collapse.",
    "Class entropy is 0 nats, that of 1 equally frequent classes; real data: 2.3 nats, that of 9.99. " +
    "The ratio is 0.1. Up to 0.25 is collapse.",
    "100 % of the samples have a near-duplicate among 500; real data: 1 % by definition. From 50 % on it is collapse.",
    "The samples have 0.6 % of the variance of real data. Up to 5 % is collapse.",
  ]);
});

Deno.test("diagnose() calls ten images repeated a collapse, although they cover ten classes", () => {
  const samples = makeImageSigns({ nearDuplicateShare: 0.98, recall: 0.01 });
  assertEquals(judge(samples), "collapse");
});

Deno.test("diagnose() calls it a collapse when one class has nearly all, though others get their 1 %", () => {
  const samples = makeImageSigns(countClasses(9_000, 200, 200, 200, 100, 100, 100, 100, 0, 0));
  assertEquals(judge(samples), "collapse");
});

Deno.test("diagnose() draws its line between verdicts by the modes that real data cover", () => {
  const rest = [0, 0, 0, 0, 0, 0, 0];
  const spread = (covered: number) =>
    countModes(800, ...Array.from({ length: 8 }, (_, mode) => mode < covered ? 800 / covered : 0));
  const verdicts = [1, 2, 3, 5, 7, 8].map((covered) =>
    diagnose({ samples: spread(covered), real: EIGHT }).verdict
  );
  assertEquals(verdicts, [
    "collapse",
    "collapse",
    "partial collapse",
    "partial collapse",
    "partial collapse",
    "healthy",
  ]);
  // A tenth of a fair share covers a mode, one sample less does not.
  assertEquals(
    diagnose({ samples: countModes(800, 700, 90, 10, ...rest.slice(2)), real: EIGHT }).verdict,
    "collapse",
  );
  const barely = countModes(800, 110, 110, 120, 120, 110, 110, 110, 10);
  assertEquals(diagnose({ samples: barely, real: EIGHT }).verdict, "healthy");
  const missed = countModes(800, 111, 110, 120, 120, 110, 110, 110, 9);
  assertEquals(diagnose({ samples: missed, real: EIGHT }).verdict, "partial collapse");
});

Deno.test("diagnose() weighs modes by their fair share", () => {
  const weights = [0.9, 0.05, 0.05];
  const of = (...counts: number[]): SampleSigns => ({
    modes: { noun: "mode", counts, sampleCount: 1_000, weights },
  });
  const rare = of(900, 50, 50);
  assertEquals(diagnose({ samples: of(980, 10, 10), real: rare }).verdict, "healthy");
  const { verdict, evidence } = diagnose({ samples: of(970, 4, 26), real: rare });
  assertEquals(verdict, "partial collapse");
  assertStringIncludes(
    writeStatement(evidence[0]),
    "2 of 3 modes get at least 10 % of a fair share of the samples; real data: 3",
  );
});

Deno.test("diagnose() calls lost classes, lost balance and lost recall a partial collapse", () => {
  assertEquals(
    judge(makeImageSigns(countClasses(64, 151, 648, 1167, 4071, 813, 25, 277, 1152, 1632))),
    "partial collapse",
  );
  assertEquals(
    judge(makeImageSigns(countClasses(4_600, 600, 600, 600, 600, 600, 600, 600, 600, 600))),
    "healthy",
  );
  assertEquals(
    judge(makeImageSigns(countClasses(5_050, 550, 550, 550, 550, 550, 550, 550, 550, 550))),
    "partial collapse",
  );
  assertEquals(judge(makeImageSigns({ precision: 0.8, recall: 0.018 })), "partial collapse");
  assertEquals(judge(makeImageSigns({ precision: 0.8, recall: 0.019 })), "healthy");
  assertEquals(judge(makeImageSigns({ nearDuplicateShare: 0.24 })), "healthy");
  assertEquals(judge(makeImageSigns({ nearDuplicateShare: 0.25 })), "partial collapse");
});

Deno.test("diagnose() calls samples much nearer to training images than unseen ones memorising", () => {
  assertEquals(judge(makeImageSigns({ nearestTrainingDistance: 0 })), "memorising");
  assertEquals(judge(makeImageSigns({ nearestTrainingDistance: 2.05 })), "memorising");
  assertEquals(judge(makeImageSigns({ nearestTrainingDistance: 2.06 })), "healthy");
  const one = makeImageSigns({ nearestTrainingDistance: 0, nearDuplicateShare: 1 });
  assertEquals(judge(one), "collapse");
});

Deno.test("diagnose() calls noise untrained, whatever the judge takes it for", () => {
  const eights = countClasses(0, 0, 0, 0, 0, 0, 0, 0, 10_000, 0);
  const samples = makeImageSigns({ ...eights, precision: 0.01, recall: 0 });
  const { verdict, evidence, decisive } = diagnose({ samples, real });
  assertEquals([verdict, decisive], ["untrained", 1]);
  assertEquals(
    writeStatement(evidence[0]),
    "1 % of the samples lie within the real data; real data: 92 %. Up to 9.2 %, modes say nothing.",
  );
  assert(evidence.some(({ says }) => says === "evidence.classes_covered"));
  assertEquals(judge({ ...samples, nearDuplicateShare: 1 }), "collapse");
});

Deno.test("diagnose() judges points between the modes by how they spread, not by the few that hit", () => {
  const far = countModes(800, 30, 0, 0, 0, 0, 0, 0, 0);
  const samples = { ...far, nearDuplicateShare: 0.02, spreadShare: 0.8 };
  assertEquals(diagnose({ samples, real: EIGHT }).verdict, "untrained");
  const blob = { ...far, nearDuplicateShare: 0.97, spreadShare: 0.01 };
  assertEquals(diagnose({ samples: blob, real: EIGHT }).verdict, "collapse");
});

Deno.test("diagnose() calls a run with a loss that is not finite diverged, samples or not", () => {
  const divergence = "generator_loss is NaN at step 412";
  const { verdict, evidence, decisive } = diagnose({ samples: {}, real, divergence });
  assertEquals([verdict, decisive], ["diverged", 1]);
  assertEquals(evidence.map(writeStatement), [
    "Training ended early: the generator’s loss is NaN at step 412.",
  ]);
  assertEquals(diagnose({ samples: makeImageSigns(), real, divergence }).verdict, "diverged");
});

Deno.test("diagnose() calls growth without end diverged before anything is NaN", () => {
  const grown = (factor: number, size: number) =>
    diagnose({
      samples: makeImageSigns(),
      real,
      training: makeTrainingSigns({ growth: { name: "generator_loss", size, factor } }),
    });
  assertEquals(grown(200, 5e4).verdict, "diverged");
  assertEquals(
    writeStatement(grown(200, 5e4).evidence[0]),
    "Over the last tenth of the steps the generator’s loss is 50,000, 200 times its median since the start. " +
      "From 100 times on, and from a size of 1,000, training has diverged.",
  );
  assertEquals(grown(200, 5).verdict, "healthy");
  assertEquals(grown(2, 5e4).verdict, "healthy");
});

Deno.test("diagnose() tells of a perfect discriminator and a vanished gradient, and lets samples decide", () => {
  const training = makeTrainingSigns({
    discriminatorLoss: 0.005,
    answers: { real: 0.998, fake: 0.003 },
    generatorGradient: 1e-4,
  });
  const { verdict, evidence } = diagnose({ samples: makeImageSigns(), real, training });
  assertEquals(verdict, "healthy");
  assertEquals(evidence.slice(-2).map(writeStatement), [
    "The generator hardly learns any more: the norm of its gradient has fallen from 5 to 0.0001.",
    "The discriminator is next to perfect: D(x) is 0.998, D(G(z)) 0.003, and its loss 0.005, where balance is " +
    "0.5, 0.5 and 1.39. That alone is no collapse.",
  ]);
});

Deno.test("diagnose() concludes nothing from what was not measured", () => {
  assertEquals(diagnose({ samples: {}, real }), {
    verdict: "undecided",
    evidence: [],
    decisive: 0,
  });
  const { modes } = makeImageSigns();
  assertEquals(diagnose({ samples: { modes }, real }).verdict, "healthy");
  assertEquals(diagnose({ samples: { nearDuplicateShare: 1 }, real: {} }).verdict, "collapse");
  // The losses alone never make it healthy, nor does a single mode.
  assertEquals(
    diagnose({ samples: {}, real: {}, training: makeTrainingSigns() }).verdict,
    "undecided",
  );
  const single = countModes(100, 100);
  assertEquals(diagnose({ samples: single, real: single }).verdict, "undecided");
});

Deno.test("listCoveredModes() counts a mode at exactly a tenth of its share, as the metric of classes does", () => {
  for (const sampleCount of [100, 500, 2_000, 10_000]) {
    const counts = Array.from({ length: 10 }, () => sampleCount / 100);
    assertEquals(listCoveredModes({ noun: "class", counts, sampleCount }).length, 10);
    assertEquals(countCoveredClasses([...counts.slice(1), sampleCount * 0.91]), 10);
  }
});

Deno.test("diagnose() calls points far from all modes untrained, also where no real one lies so far", () => {
  const samples = countModes(100, 0, 1, 0, 0, 0, 0, 1, 0);
  const real = countModes(100, 12, 13, 12, 13, 12, 13, 12, 13);
  assertEquals(diagnose({ samples, real }).verdict, "untrained");
});
