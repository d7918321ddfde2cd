import { METRICS } from "../metrics/catalogue.ts";
import { parseMetricName } from "../metrics/metric_name.ts";
import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { isObject } from "./json.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";

/** What claims may speak of. */
export interface CheckClaimsOptions {
  readonly variants: readonly string[];
  /** What the data are; absent where that is not known, and then every metric suits. */
  readonly space?: "images" | "points";
}

/** Checks that claims name known variants, and metrics that can be better on the spec's data. */
export function checkClaims(claims: readonly unknown[], options: CheckClaimsOptions): Problem[] {
  const seen = new Set<string>();
  return claims.flatMap((claim, index) => {
    const path: Path = ["claims", index];
    if (!isObject(claim)) return [];
    const { metric, better, than, test = "welch" } = claim;
    const problems = [
      ...checkMetric(metric, [...path, "metric"], options),
      ...checkVariant(better, [...path, "better"], options),
      ...checkVariant(than, [...path, "than"], options),
    ];
    if (typeof better === "string" && better === than) {
      problems.push({
        path: [...path, "than"],
        wanted: "another variant than the better one",
        found: formatFound(than),
      });
    }
    const identity = JSON.stringify([metric, better, than, test].map(String));
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

function checkVariant(name: unknown, path: Path, options: CheckClaimsOptions): Problem[] {
  const known = options.variants;
  if (typeof name !== "string" || known.length === 0 || known.includes(name)) return [];
  const wanted = `one of ${quoteNames(known)}`;
  return [{ path, wanted, found: formatFound(name), hint: suggestNearest(name, known) }];
}

function checkMetric(name: unknown, path: Path, options: CheckClaimsOptions): Problem[] {
  if (typeof name !== "string" || name.trim() === "") return [];
  const known = listMetrics(options.space);
  if (known.includes(name)) return [];
  const wanted = `one of ${quoteNames(known)}`;
  return [{ path, wanted, found: formatFound(name), hint: explainMetric(name, known, options) }];
}

function listMetrics(space: "images" | "points" | undefined): string[] {
  return Object.values(METRICS)
    .filter(({ better }) => better !== null)
    .filter(({ dataset }) => space === undefined || dataset === "both" || dataset === space)
    .map(({ name }) => name);
}

function explainMetric(
  name: string,
  known: readonly string[],
  options: CheckClaimsOptions,
): string | undefined {
  const base = findBaseName(name);
  if (base === undefined) return suggestNearest(name, known);
  if (base !== name) return `Write the base name "${base}"; the number of samples is added for you`;
  const { better, dataset } = METRICS[base];
  if (better === null) return "Neither direction of this metric is better";
  return `This metric is for ${dataset}, and the data are ${options.space}`;
}

function findBaseName(name: string): string | undefined {
  try {
    return parseMetricName(name);
  } catch {
    return undefined;
  }
}
