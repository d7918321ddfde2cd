import { SpecError } from "./spec_error.ts";

const LARGEST_SEED = 4_294_967_295;
const MOST_SEEDS = 10_000;

/**
 * Reads the seeds of a command line: numbers and ranges between commas, `1,2,5` or `1-10,42`. Both
 * ends of a range are in it.
 *
 * @param text What was written, seeds in 0..4294967295.
 * @returns The seeds in the order written; at most 10,000.
 * @throws {SpecError} If there is none, one is no seed or comes twice, or a range runs backwards.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseSeeds } from "./parse_seeds.ts";
 *
 * assertEquals(parseSeeds("1-3,10"), [1, 2, 3, 10]);
 * ```
 */
export function parseSeeds(text: string): number[] {
  const seeds: number[] = [];
  for (const part of text.split(",")) {
    const [low, high] = parseRange(part, text);
    if (seeds.length + high - low + 1 > MOST_SEEDS) {
      throw refuse(text, `more than ${MOST_SEEDS} seeds, and no more are wanted`);
    }
    for (let seed = low; seed <= high; seed++) seeds.push(seed);
  }
  const repeated = seeds.find((seed, index) => seeds.indexOf(seed) !== index);
  if (repeated === undefined) return seeds;
  throw refuse(text, `seed ${repeated} is there twice, and different seeds are wanted`);
}

function parseRange(part: string, text: string): [number, number] {
  const match = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part);
  if (match === null) {
    const found = part.trim() === "" ? "nothing stands" : `"${part.trim()}" stands`;
    throw refuse(text, `${found} where a seed is wanted, such as 5, or a range, such as 1-10`);
  }
  const low = Number(match[1]);
  const high = Number(match[2] ?? match[1]);
  if (Math.max(low, high) > LARGEST_SEED) {
    throw refuse(text, `"${part.trim()}" is out of range, and 0..${LARGEST_SEED} is wanted`);
  }
  if (low > high) {
    throw refuse(text, `"${part.trim()}" runs backwards, and ${high}-${low} is wanted`);
  }
  return [low, high];
}

function refuse(text: string, problem: string): SpecError {
  return new SpecError([`Cannot read seeds "${text}": ${problem}`]);
}
