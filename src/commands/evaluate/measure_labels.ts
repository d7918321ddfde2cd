import { measureGanTrainTest } from "../../metrics/mod.ts";
import type { MetricValue, Subject, Undefined } from "./set_metric.ts";

/**
 * Measures GAN-train and GAN-test by the labels of both files, which may be any whole numbers.
 *
 * @param subject Both sets with their labels.
 * @returns Values by base name; none where all real samples are of one class.
 */
export function measureLabels(
  { fake, real, labels }: Subject,
): Record<string, MetricValue | Undefined> {
  const fakeLabels = Array.from(labels!.fake), realLabels = Array.from(labels!.real);
  if (new Set(realLabels).size < 2) {
    const reason = `all real samples are of class ${realLabels[0]}; at least 2 classes are wanted`;
    return { gan_train: { reason }, gan_test: { reason }, gan_baseline: { reason } };
  }
  const classes = [...new Set([...realLabels, ...fakeLabels])].sort((a, b) => a - b);
  const numbers = new Map(classes.map((label, number) => [label, number]));
  const renumber = (all: readonly number[]) => all.map((label) => numbers.get(label)!);
  const { ganTrain, ganTest, baseline } = measureGanTrainTest(
    { features: fake, labels: renumber(fakeLabels) },
    { features: real, labels: renumber(realLabels) },
    { classCount: classes.length },
  );
  return { gan_train: ganTrain, gan_test: ganTest, gan_baseline: baseline };
}
