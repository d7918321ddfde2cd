import { formatFound, type Path, type Problem } from "./problem.ts";

const COMPARISON_KEYS = ["better", "than", "test"];
const THRESHOLD_KEYS = ["variant", "atLeast", "atMost", "on"];

type ClaimObject = Readonly<Record<string, unknown>>;

/** Whether a claim, right or wrong, was meant to be about a bound. */
export function isThresholdForm(claim: ClaimObject): boolean {
  return listPresent(claim, THRESHOLD_KEYS).length > 0 &&
    listPresent(claim, COMPARISON_KEYS).length === 0;
}

/** Checks that a claim is either a comparison of two variants or a bound on one. */
export function checkClaimForm(claim: ClaimObject, path: Path): Problem[] {
  const comparing = listPresent(claim, COMPARISON_KEYS);
  const bounding = listPresent(claim, THRESHOLD_KEYS);
  if ((comparing.length > 0) === (bounding.length > 0)) {
    const keys = [...comparing, ...bounding];
    return [{
      path,
      wanted: "a comparison with better and than, or a bound with variant and atLeast or atMost",
      found: keys.length === 0 ? "it has none of these keys" : `it has ${keys.join(", ")}`,
    }];
  }
  return bounding.length > 0 ? checkThreshold(claim, path) : checkComparison(claim, path);
}

function checkComparison(claim: ClaimObject, path: Path): Problem[] {
  const problems = ["better", "than"].flatMap((key) => checkPresence(claim, [...path, key]));
  if (typeof claim.better === "string" && claim.better === claim.than) {
    problems.push({
      path: [...path, "than"],
      wanted: "another variant than the better one",
      found: formatFound(claim.than),
    });
  }
  return problems;
}

function checkThreshold(claim: ClaimObject, path: Path): Problem[] {
  const problems = checkPresence(claim, [...path, "variant"]);
  const bounds = listPresent(claim, ["atLeast", "atMost"]);
  if (bounds.length === 1) return problems;
  const found = bounds.length === 0 ? "it has neither" : "it has both";
  return [...problems, { path, wanted: "given one bound, atLeast or atMost", found }];
}

function checkPresence(claim: ClaimObject, path: Path): Problem[] {
  const value = claim[String(path[path.length - 1])];
  if (value !== undefined) return [];
  return [{ path, wanted: "the name of a variant", found: formatFound(value) }];
}

function listPresent(claim: ClaimObject, keys: readonly string[]): string[] {
  return keys.filter((key) => claim[key] !== undefined);
}
