import { describeDivergence } from "./describe_divergence.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { judgeCopying } from "./judge_copying.ts";
import { judgeSpread, judgeTwins } from "./judge_likeness.ts";
import { judgeModes } from "./judge_modes.ts";
import { judgeRecall } from "./judge_recall.ts";
import { judgeResemblance } from "./judge_resemblance.ts";
import { judgeTraining } from "./judge_training.ts";
import type { SampleSigns, TrainingSigns } from "./signs.ts";
import type { Verdict } from "./verdicts.ts";

/** What is known of a generator. */
export interface DiagnoseOptions {
  /** What was measured on its samples. */
  readonly samples: SampleSigns;
  /** The same of real data under the same protocol. */
  readonly real: SampleSigns;
  /** How its training went; absent where not recorded. */
  readonly training?: TrainingSigns;
  /** Why training ended early, such as "generator_loss is NaN at step 412". */
  readonly divergence?: string;
}

/** A verdict, and what it rests on. */
export interface Diagnosis {
  /** The verdict. */
  readonly verdict: Verdict;
  /** What was found: first what decided, then the rest. */
  readonly evidence: readonly Evidence[];
  /** How much of the evidence decided. */
  readonly decisive: number;
}

/** The verdict is the first of these that a finding calls for. */
const ORDER: readonly Verdict[] = [
  "diverged",
  "collapse",
  "untrained",
  "memorising",
  "partial collapse",
  "healthy",
];

/**
 * Says of a generator whether it is healthy, collapsed in part or wholly, memorising, untrained or diverged, and why.
 *
 * Each sign is judged by itself, against real data under the same protocol; the gravest finding is the verdict, as one
 * lost mode is not made up for by anything. One thing overrules another: where samples do not look like the data, their
 * modes mean nothing, so that noise which a judge takes for eights is untrained, not collapsed; where the data's modes are
 * known, they overrule the variance, which one far mode alone can make; near-duplicates are collapse whatever they look
 * like. What was not measured says nothing: with nothing measured, nothing is decided.
 *
 * @param options What is known.
 * @returns Verdict and evidence.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { diagnose } from "./diagnose.ts";
 *
 * const toSigns = (counts: number[]) => ({ modes: { noun: "mode", counts, sampleCount: 400 } as const });
 * const real = toSigns([100, 100, 100, 100]);
 * assertEquals(diagnose({ samples: toSigns([400, 0, 0, 0]), real }).verdict, "collapse");
 * assertEquals(diagnose({ samples: toSigns([130, 140, 130, 0]), real }).verdict, "partial collapse");
 * assertEquals(diagnose({ samples: toSigns([90, 110, 80, 120]), real }).verdict, "healthy");
 * ```
 */
export function diagnose(options: DiagnoseOptions): Diagnosis {
  const findings = listFindings(options);
  const verdict = ORDER.find((one) => findings.some((finding) => finding.verdict === one)) ??
    "undecided";
  const decided = findings.filter((finding) => finding.verdict === verdict);
  const others = findings.filter((finding) => finding.verdict !== verdict);
  return {
    verdict,
    evidence: [...decided, ...others].map(({ evidence }) => evidence),
    decisive: decided.length,
  };
}

function listFindings({ samples, real, training, divergence }: DiagnoseOptions): Finding[] {
  const resemblance = judgeResemblance(samples, real);
  const isUnlike = resemblance.some(({ verdict }) => verdict === "untrained");
  const modes = samples.modes === undefined || real.modes === undefined
    ? []
    : judgeModes(samples.modes, real.modes);
  const spread = judgeSpread(samples);
  const variety = [...modes, ...judgeRecall(samples.recall, real.recall)];
  return [
    ...(divergence === undefined ? [] : [tellDivergence(divergence)]),
    ...(isUnlike ? overrule(variety) : variety),
    ...judgeTwins(samples),
    ...(modes.length > 0 && samples.modes?.allowsNone ? overrule(spread) : spread),
    ...resemblance,
    ...judgeCopying(samples.nearestTrainingDistance, real.nearestTrainingDistance),
    ...(training === undefined ? [] : judgeTraining(training)),
  ];
}

/** Findings that are told and decide nothing. */
function overrule(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, verdict: null }));
}

function tellDivergence(line: string): Finding {
  const reason = describeDivergence(line);
  return { verdict: "diverged", evidence: { says: "evidence.ended_early", values: { reason } } };
}
