import { isObject } from "./json.ts";
import type { Path, Problem } from "./problem.ts";

/** Checks that a mixture's weights are as many as its centres, and that its centres differ. */
export function checkMixture(dataset: unknown, path: Path): Problem[] {
  if (!isObject(dataset) || dataset.kind !== "mixture" || !Array.isArray(dataset.centres)) {
    return [];
  }
  const { centres, weights } = dataset;
  const problems = centres.flatMap((centre, index) => {
    const first = centres.findIndex((other) => isSamePoint(other, centre));
    if (first === index || first === -1) return [];
    return [{
      path: [...path, "centres", index],
      wanted: "different from the centres before it",
      found: `[${centre}] is at [${first}] already`,
    }];
  });
  if (!Array.isArray(weights) || weights.length === centres.length) return problems;
  const wanted = `a list of ${centres.length}, one weight for each centre`;
  const found = `it has ${weights.length}`;
  return [...problems, { path: [...path, "weights"], wanted, found }];
}

function isSamePoint(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) && one[0] === other[0] && one[1] === other[1];
}
