import { listCoveredModes } from "./list_covered_modes.ts";
import { measureEntropy } from "../metrics/mod.ts";
import type { Finding } from "./finding.ts";
import { formatValue } from "./format_value.ts";
import type { ModeSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";

const PLURALS = { class: "classes", mode: "modes" } as const;

/**
 * Judges how many of the modes are drawn, and how evenly. Of a single mode nothing can be lost: no finding then.
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
  const plural = PLURALS[samples.noun];
  const fact = `${covered} of ${samples.counts.length} ${plural} ${
    covered === 1 ? "gets" : "get"
  } ${describeShare(samples)}; real data: ${wanted}`;
  if (covered <= most) return { verdict: "collapse", text: `${fact}. Up to ${most} is collapse.` };
  if (covered <= few) {
    return { verdict: "partial collapse", text: `${fact}. Up to ${few} is partial collapse.` };
  }
  return { verdict: "healthy", text: `${fact}. More than ${few} is healthy.` };
}

function describeShare({ counts, weights }: ModeSigns): string {
  const isEqual = weights === undefined ||
    weights.every((weight) => Math.abs(weight - weights[0]) < 1e-6);
  return isEqual
    ? `at least ${formatValue(100 * THRESHOLDS.coveredPart / counts.length)} % of the samples`
    : "at least a tenth of its fair share of the samples";
}

function judgeBalance(samples: ModeSigns, real: ModeSigns): Finding | undefined {
  if (samples.counts.every((count) => count === 0)) return undefined;
  const entropy = measureEntropy(samples.counts), wanted = measureEntropy(real.counts);
  const share = Math.exp(entropy) / Math.exp(wanted);
  const describe = (nats: number) =>
    `${formatValue(nats)} nats, that of ${formatValue(Math.exp(nats))}`;
  const name = samples.noun === "class" ? "Class" : "Mode";
  const fact =
    `${name} entropy is ${describe(entropy)} equally frequent ${PLURALS[samples.noun]}; ` +
    `real data: ${describe(wanted)}`;
  const held = `The ratio is ${formatValue(share)}`;
  const { collapsedBalance, lostBalance } = THRESHOLDS;
  if (share <= collapsedBalance) {
    return {
      verdict: "collapse",
      text: `${fact}. ${held}; up to ${collapsedBalance} is collapse.`,
    };
  }
  if (share <= lostBalance) {
    return {
      verdict: "partial collapse",
      text: `${fact}. ${held}; up to ${lostBalance} is partial collapse.`,
    };
  }
  return { verdict: "healthy", text: `${fact}. ${held}; above ${lostBalance} is healthy.` };
}
