import type { ReportData } from "../../src/report/report_data.ts";
import { type Claim, isThreshold } from "../../src/statistics/claim.ts";

/** Text that would run, break out of an attribute or end a block if it were not escaped. */
export const PAYLOAD =
  `</title></style></script><script>globalThis.pwned=1</script>"'><img src=x ` +
  `onerror=globalThis.pwned=1>]]><!--assay:run--> é漢字\u202e $& $1`;

/** Puts the payload wherever a report holds text that a spec or a stage wrote. */
export function poisonReport(data: ReportData): ReportData {
  const [first, ...others] = Object.keys(data.experiment.variants);
  const name = (variant: string): string => variant === first ? PAYLOAD : variant;
  const rename = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]));
  const poison = <Kind extends Claim>(claim: Kind): Kind =>
    isThreshold(claim)
      ? { ...claim, variant: PAYLOAD }
      : { ...claim, better: PAYLOAD, than: others[0] };
  return {
    ...data,
    experiment: {
      ...data.experiment,
      name: PAYLOAD,
      question: PAYLOAD,
      dataset: { ...data.experiment.dataset, note: PAYLOAD },
      variants: rename(data.experiment.variants),
      claims: data.experiment.claims.map(poison),
    },
    differences: [
      { path: PAYLOAD, values: { [others[0]]: PAYLOAD, [PAYLOAD]: { [PAYLOAD]: [PAYLOAD] } } },
    ],
    comparison: {
      ...data.comparison,
      question: PAYLOAD,
      variants: Object.fromEntries(
        Object.entries(data.comparison.variants).map(([variant, summary]) => [
          name(variant),
          { ...summary, diverged: [{ seed: 1, reason: PAYLOAD }] },
        ]),
      ),
      claims: data.comparison.claims.map((one) => ({ ...poison(one), reason: PAYLOAD })),
    },
    runs: data.runs.map((run) => ({
      ...run,
      variant: name(run.variant),
      evaluation: {
        ...run.evaluation,
        histogram: run.evaluation.histogram.map((bar, at) =>
          at === 0 ? { ...bar, label: PAYLOAD } : bar
        ),
        reason: PAYLOAD,
      },
    })),
    reference: {
      ...data.reference,
      protocol: { ...data.reference.protocol, space: PAYLOAD },
    },
  };
}
