import type { Path, Problem } from "./problem.ts";

/** Checks that no seed comes twice; anything that is no seed at all is left to the shape. */
export function checkSeeds(seeds: readonly unknown[], path: Path): Problem[] {
  const firstAt = new Map<unknown, number>();
  return seeds.flatMap((seed, index) => {
    const first = firstAt.get(seed);
    if (first === undefined || !Number.isInteger(seed)) {
      firstAt.set(seed, index);
      return [];
    }
    return [{
      path: [...path, index],
      wanted: "different from the seeds before it",
      found: `${seed} is at [${first}] already`,
    }];
  });
}
