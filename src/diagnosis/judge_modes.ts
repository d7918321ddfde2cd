import { measureEntropy } from "../metrics/mod.ts";
import type { Statement } from "../statements/statement.ts";
import type { BoundName } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { chanceOfCovering } from "./chance_of_covering.ts";
import { listCoveredModes } from "./list_covered_modes.ts";
import { makeBound } from "./make_bound.ts";
import type { ModeSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { toPercent } from "./to_percent.ts";
import type { Verdict } from "./verdicts.ts";

/**
 * Judges how many of the modes are drawn, and how evenly. Of a single mode nothing can be lost: no finding then. What
 * happens by chance to as many samples of the data is held against nobody.
 *
 * @param samples The samples' modes.
 * @param real The same of real data, drawn as often.
 * @returns Up to two findings: modes covered, and balance.
 */
export function judgeModes(samples: ModeSigns, real: ModeSigns): Finding[] {
  if (listCoveredModes(real).length < 2) return [];
  const balance = judgeBalance(samples, real);
  return [judgeCoverage(samples, real), ...(balance === undefined ? [] : [balance])];
}

function judgeCoverage(samples: ModeSigns, real: ModeSigns): Finding {
  const covered = listCoveredModes(samples).length, wanted = listCoveredModes(real).length;
  const most = Math.max(1, Math.floor(THRESHOLDS.collapsedModes * wanted));
  const few = Math.floor(THRESHOLDS.lostModes * wanted);
  const { verdict, bound } = place(
    covered,
    { collapse: most, partial: few },
    () => chanceOfCovering(samples, covered) > THRESHOLDS.chance,
  );
  const { counts, noun } = samples;
  const isFair = areEqual(samples);
  const part = THRESHOLDS.coveredPart;
  return {
    verdict,
    evidence: {
      says: !isFair
        ? "evidence.modes_covered_fairly"
        : noun === "class"
        ? "evidence.classes_covered"
        : "evidence.modes_covered",
      values: {
        covered,
        all: counts.length,
        share: toPercent(isFair ? part / counts.length : part),
        wanted,
        bound,
      },
    },
  };
}

function areEqual({ weights }: ModeSigns): boolean {
  return weights === undefined ||
    weights.every((weight) => Math.abs(weight - weights[0]) < 1e-6);
}

function judgeBalance(samples: ModeSigns, real: ModeSigns): Finding | undefined {
  if (samples.counts.every((count) => count === 0)) return undefined;
  const entropy = measureEntropy(samples.counts), wanted = measureEntropy(real.counts);
  const ratio = Math.exp(entropy) / Math.exp(wanted);
  const { collapsedBalance, lostBalance } = THRESHOLDS;
  const deviation = deviateByChance(samples, listCoveredModes(real).length);
  const bounds = { collapse: collapsedBalance, partial: lostBalance };
  const { verdict, bound } = place(
    ratio,
    bounds,
    () => -Math.log(ratio) < THRESHOLDS.chanceDeviations * deviation,
  );
  return {
    verdict,
    evidence: {
      says: samples.noun === "class" ? "evidence.class_entropy" : "evidence.mode_entropy",
      values: {
        entropy,
        equal: Math.exp(entropy),
        wanted,
        wanted_equal: Math.exp(wanted),
        ratio,
        bound,
      },
    },
  };
}

/**
 * The standard deviation, in nats, of the difference of two entropies of as many samples of equal modes: 2 n (ln k - H) of
 * each is about chi-squared with k - 1 degrees of freedom (Wilks 1938).
 */
function deviateByChance({ sampleCount }: ModeSigns, modeCount: number): number {
  return Math.sqrt(modeCount - 1) / sampleCount;
}

/** The verdict on a value of which less is worse, and the limit that decides it; none where chance may have done it. */
function place(
  value: number,
  { collapse, partial }: { readonly collapse: number; readonly partial: number },
  isChance: () => boolean,
): { verdict: Verdict | null; bound: Statement<BoundName> } {
  if (value <= partial && isChance()) return { verdict: null, bound: { says: "bound.chance" } };
  if (value <= collapse) {
    return { verdict: "collapse", bound: makeBound("bound.collapse_up_to", collapse) };
  }
  if (value <= partial) {
    return { verdict: "partial collapse", bound: makeBound("bound.partial_up_to", partial) };
  }
  return { verdict: "healthy", bound: makeBound("bound.healthy_above", partial) };
}
