import type { ReportData } from "../../src/report/report_data.ts";
import { type Claim, isThreshold } from "../../src/statistics/claim.ts";
import { PAYLOADS } from "./payloads.ts";

/** The payload that tries the most ways at once. */
export const PAYLOAD = PAYLOADS.at(-1)!;

/** Puts the payload wherever a report holds text that a spec or a stage wrote. */
export function poisonReport(data: ReportData, payload = PAYLOAD): ReportData {
  const [first, ...others] = Object.keys(data.experiment.variants);
  const name = (variant: string): string => variant === first ? payload : variant;
  const rename = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]));
  const poison = <Kind extends Claim>(claim: Kind): Kind =>
    isThreshold(claim)
      ? { ...claim, variant: payload }
      : { ...claim, better: payload, than: others[0] };
  return {
    ...data,
    experiment: {
      ...data.experiment,
      name: payload,
      question: payload,
      dataset: { ...data.experiment.dataset, note: payload },
      variants: rename(data.experiment.variants),
      claims: data.experiment.claims.map(poison),
    },
    differences: [
      { path: payload, values: { [others[0]]: payload, [payload]: { [payload]: [payload] } } },
    ],
    comparison: {
      ...data.comparison,
      question: payload,
      variants: Object.fromEntries(
        Object.entries(data.comparison.variants).map(([variant, summary]) => [
          name(variant),
          { ...summary, diverged: [{ seed: 1, reason: payload }] },
        ]),
      ),
      claims: data.comparison.claims.map((one) => ({ ...poison(one), reason: payload })),
    },
    runs: data.runs.map((run) => ({
      ...run,
      variant: name(run.variant),
      evaluation: {
        ...run.evaluation,
        histogram: run.evaluation.histogram.map((bar, at) =>
          at === 0 ? { ...bar, label: payload } : bar
        ),
        reason: payload,
      },
    })),
    reference: {
      ...data.reference,
      protocol: { ...data.reference.protocol, space: payload },
    },
  };
}
