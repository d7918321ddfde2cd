import {
  computeProbabilities,
  countClasses,
  countCoveredClasses,
  type FeatureMatrix,
  measureClassifierScore,
  measureEntropy,
  measureJensenShannon,
  measureKlToUniform,
  measureModeScore,
} from "../../metrics/mod.ts";
import type { MetricValue, Undefined } from "./set_metric.ts";

/**
 * Measures what a judge's classes say of samples.
 *
 * @param logits What the judge says of both sets.
 * @returns Values by base name; the mode score has none where a class of the judge has no real sample, as its toll is then
 * without bound.
 */
export function measureClasses(
  { fake, real }: { readonly fake: FeatureMatrix; readonly real: FeatureMatrix },
): Record<string, MetricValue | Undefined> {
  const counts = countClasses(findClasses(fake), fake.columns);
  const dataCounts = countClasses(findClasses(real), real.columns);
  const probabilities = computeProbabilities(fake);
  const missing = Array.from(dataCounts.keys()).filter((judged) => dataCounts[judged] === 0);
  return {
    class_entropy: measureEntropy(counts),
    kl_to_uniform: measureKlToUniform(counts),
    classes_covered: countCoveredClasses(counts),
    jensen_shannon: measureJensenShannon(counts, dataCounts),
    classifier_score: measureClassifierScore(probabilities).mean,
    mode_score: missing.length === 0
      ? measureModeScore(probabilities, dataCounts)
      : { reason: `the real set has no sample that is judged to be ${missing.join(" or ")}` },
  };
}

function findClasses({ data, rows, columns }: FeatureMatrix): number[] {
  return Array.from({ length: rows }, (_, row) => {
    const scores = data.subarray(row * columns, (row + 1) * columns);
    return scores.indexOf(Math.max(...scores));
  });
}
