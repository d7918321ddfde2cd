import { METRICS } from "../metrics/catalogue.ts";
import { parseMetricName } from "../metrics/metric_name.ts";
import { checkClaimForm, isThresholdForm } from "./check_claim_form.ts";
import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { isObject } from "./json.ts";
import { type MetricSpace, suitsSpace } from "./metric_space.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";

/** What claims may speak of. */
export interface CheckClaimsOptions {
  readonly variants: readonly string[];
  /** What the data are; absent where that is not known, and then every metric suits. */
  readonly space?: MetricSpace;
}

interface MetricUse extends CheckClaimsOptions {
  /** Whether the metric must have a better direction. */
  readonly directed: boolean;
}

/** Checks that claims are of one form each, and name known variants and metrics that suit the data. */
export function checkClaims(
  claims: readonly unknown[],
  options: CheckClaimsOptions,
  at: Path = ["claims"],
): Problem[] {
  const seen = new Set<string>();
  return claims.flatMap((claim, index) => {
    const path: Path = [...at, index];
    if (!isObject(claim)) return [];
    const ofForm = checkClaimForm(claim, path);
    const problems = [
      ...checkMetric(claim.metric, [...path, "metric"], {
        ...options,
        directed: !isThresholdForm(claim),
      }),
      ...["better", "than", "variant"].flatMap((key) =>
        checkVariant(claim[key], [...path, key], options)
      ),
      ...ofForm,
    ];
    if (ofForm.length > 0) return problems;
    const identity = identify(claim);
    if (seen.has(identity)) {
      problems.push({
        path,
        wanted: "different from the claims before it",
        found: "it repeats one",
      });
    }
    seen.add(identity);
    return problems;
  });
}

function identify(claim: Readonly<Record<string, unknown>>): string {
  const { metric, better, than, test = "welch" } = claim;
  const { variant, atLeast, atMost, on = "mean" } = claim;
  const parts = isThresholdForm(claim)
    ? [metric, variant, atLeast, atMost, on]
    : [metric, better, than, test];
  return JSON.stringify(parts.map(String));
}

function checkVariant(name: unknown, path: Path, options: CheckClaimsOptions): Problem[] {
  const known = options.variants;
  if (typeof name !== "string" || known.length === 0 || known.includes(name)) return [];
  const wanted = `one of ${quoteNames(known)}`;
  return [{ path, wanted, found: formatFound(name), hint: suggestNearest(name, known) }];
}

function checkMetric(name: unknown, path: Path, use: MetricUse): Problem[] {
  if (typeof name !== "string" || name.trim() === "") return [];
  const known = listMetrics(use);
  if (known.includes(name)) return [];
  const wanted = `one of ${quoteNames(known)}`;
  return [{ path, wanted, found: formatFound(name), hint: explainMetric(name, known, use) }];
}

function listMetrics({ space, directed }: MetricUse): string[] {
  return Object.values(METRICS)
    .filter(({ better }) => !directed || better !== null)
    .filter(({ dataset }) => space === undefined || suitsSpace(dataset, space))
    .map(({ name }) => name);
}

function explainMetric(
  name: string,
  known: readonly string[],
  { space, directed }: MetricUse,
): string | undefined {
  const base = findBaseName(name);
  if (base === undefined) return suggestNearest(name, known);
  if (base !== name) return `Write the base name "${base}"; the number of samples is added for you`;
  const { better, dataset } = METRICS[base];
  if (directed && better === null) return "Neither direction of this metric is better";
  return `This metric is for ${dataset}, and the data are ${space}`;
}

function findBaseName(name: string): string | undefined {
  try {
    return parseMetricName(name);
  } catch {
    return undefined;
  }
}
