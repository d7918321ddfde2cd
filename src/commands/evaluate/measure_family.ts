import { ConvergenceError } from "../../metrics/mod.ts";
import type { MetricFamily, MetricValue, Subject, Undefined } from "./set_metric.ts";

const LACKS = {
  logits: "the sets are features; classes take images and the judge",
  labels: "not both files hold a tensor of labels",
};

/**
 * Measures the metrics of one family; what the data does not allow takes no other family with it.
 *
 * @param family The family.
 * @param subject The sets.
 * @returns Values by base name; reasons where the sets lack what it takes, or a search does not end.
 */
export function measureFamily(
  family: MetricFamily,
  subject: Subject,
): Readonly<Record<string, MetricValue | Undefined>> {
  const undefinedFor = (reason: string) =>
    Object.fromEntries(family.names.map((base) => [base, { reason }]));
  if (!hasNeeds(family, subject)) return undefinedFor(LACKS[family.needs!]);
  try {
    return family.measure(subject);
  } catch (error) {
    if (!(error instanceof ConvergenceError)) throw error;
    const { stepCount, gradient, tolerance } = error;
    return undefinedFor(
      `no minimum was found in ${stepCount} steps: the gradient is ${gradient}, and at most ` +
        `${tolerance} is wanted`,
    );
  }
}

/** Whether the sets have what a family takes. */
export function hasNeeds({ needs }: MetricFamily, subject: Subject): boolean {
  return needs === undefined || subject[needs] !== undefined;
}
