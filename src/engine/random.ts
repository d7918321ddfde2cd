import { createHash } from "node:crypto";
import { fillBoxMuller } from "./box_muller.ts";
import { fillThreefry } from "./threefry.ts";

const WORD_COUNT = 2 ** 32;
const streamWords = new Map<string, number>();

/**
 * The name of one draw. The same key always gives the same numbers, whatever was drawn before, on every
 * engine and machine.
 *
 * Two draws from one key share their random words, also where their kinds differ: give every purpose a
 * stream of its own.
 */
export interface DrawKey {
  /** The run's seed, an integer in [0, 2^32); 0 is a seed like any other. */
  readonly seed: number;
  /** What the numbers are for, such as "train-gan/latent"; any text. */
  readonly stream: string;
  /** The number of the draw within its stream, an integer in [0, 2^32). */
  readonly step: number;
}

/**
 * Draws uniform numbers in [0, 1), with 53 random bits each.
 *
 * Rounding them to float32 can give 1.
 *
 * @param key Names the draw.
 * @param count How many, an integer >= 0.
 * @returns Float64 values [count]; a longer draw from the same key starts with a shorter one's values.
 * @throws {RangeError} If `seed`, `step` or `count` is not a uint32.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { drawUniform } from "./random.ts";
 *
 * const key = { seed: 0, stream: "example", step: 1 };
 * assertEquals(drawUniform(key, 2), drawUniform(key, 3).slice(0, 2));
 * ```
 *
 * Threefry-2x32-20 words made float64 as in MT19937's `genrand_res53`.
 */
export function drawUniform(key: DrawKey, count: number): Float64Array<ArrayBuffer> {
  const words = drawWords(key, 2 * checkCount(count));
  const values = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    values[index] = ((words[2 * index] >>> 5) * 2 ** 26 + (words[2 * index + 1] >>> 6)) * 2 ** -53;
  }
  return values;
}

/**
 * Draws standard normal numbers.
 *
 * No value lies outside ±6.77.
 *
 * @param key Names the draw.
 * @param count How many, an integer >= 0.
 * @returns Float32 values [count], computed in float64; a longer draw starts with a shorter one's values.
 * @throws {RangeError} If `seed`, `step` or `count` is not a uint32.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { drawNormal } from "./random.ts";
 *
 * const key = { seed: 1, stream: "example", step: 0 };
 * assertEquals(drawNormal(key, 3), drawNormal(key, 4).slice(0, 3));
 * ```
 *
 * Threefry-2x32-20 words and the Box-Muller transform.
 */
export function drawNormal(key: DrawKey, count: number): Float32Array<ArrayBuffer> {
  const words = drawWords(key, checkCount(count) + (count % 2));
  const values = new Float32Array(count);
  fillBoxMuller(words, values);
  return values;
}

/**
 * Draws integers in [0, below), all equally likely: a word beyond the last full multiple of `below` is
 * refused and the next one taken.
 *
 * @param key Names the draw.
 * @param count How many, an integer >= 0.
 * @param below An integer in [1, 2^32].
 * @returns Uint32 values [count]; a longer draw starts with a shorter one's values.
 * @throws {RangeError} If `seed`, `step` or `count` is not a uint32, or `below` is out of range.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { drawIntegers } from "./random.ts";
 *
 * const rows = drawIntegers({ seed: 1, stream: "example", step: 0 }, 64, 10);
 * assert(rows.every((row) => row < 10));
 * ```
 */
export function drawIntegers(
  key: DrawKey,
  count: number,
  below: number,
): Uint32Array<ArrayBuffer> {
  if (!Number.isInteger(below) || below < 1 || below > WORD_COUNT) {
    throw new RangeError(
      `Cannot draw integers below "${below}": it must be an integer from 1 to 2^32`,
    );
  }
  const readBelow = makeIntegerReader(key, checkCount(count));
  const values = new Uint32Array(count);
  for (let index = 0; index < count; index++) values[index] = readBelow(below);
  return values;
}

/**
 * Draws an order of `0 … count - 1`, all orders equally likely up to the 64 bits of a key.
 *
 * @param key Names the draw.
 * @param count How many, an integer >= 0.
 * @returns Uint32 values [count], each of `0 … count - 1` once.
 * @throws {RangeError} If `seed`, `step` or `count` is not a uint32.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { drawPermutation } from "./random.ts";
 *
 * const order = drawPermutation({ seed: 1, stream: "example", step: 0 }, 4);
 * assertEquals([...order].sort(), [0, 1, 2, 3]);
 * ```
 *
 * Fisher and Yates 1938, in Durstenfeld's form.
 */
export function drawPermutation(key: DrawKey, count: number): Uint32Array<ArrayBuffer> {
  const readBelow = makeIntegerReader(key, checkCount(count));
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  for (let last = count - 1; last > 0; last--) {
    const chosen = readBelow(last + 1);
    const value = order[last];
    order[last] = order[chosen];
    order[chosen] = value;
  }
  return order;
}

/** Reads integers below a bound from the key's words in order; refused words are skipped. */
function makeIntegerReader(key: DrawKey, expectedCount: number): (below: number) => number {
  let words = drawWords(key, expectedCount + (expectedCount % 2));
  let firstBlock = 0;
  let at = 0;
  return (below) => {
    const limit = WORD_COUNT - (WORD_COUNT % below);
    while (true) {
      if (at === words.length) {
        firstBlock += words.length / 2;
        words = drawWords(key, 64, firstBlock);
        at = 0;
      }
      const word = words[at++];
      if (word < limit) return word % below;
    }
  };
}

/** The key's words from block `firstBlock` on: key (seed, stream), counter (block, step). */
function drawWords(key: DrawKey, count: number, firstBlock = 0): Uint32Array<ArrayBuffer> {
  checkWord("seed", key.seed);
  checkWord("step", key.step);
  const words = new Uint32Array(count);
  fillThreefry(key.seed, hashStream(key.stream), key.step, words, firstBlock);
  return words;
}

/** The first 32 bits, big-endian, of the SHA-256 of the stream's name. */
function hashStream(stream: string): number {
  let word = streamWords.get(stream);
  if (word === undefined) {
    word = createHash("sha256").update(stream).digest().readUInt32BE(0);
    streamWords.set(stream, word);
  }
  return word;
}

function checkCount(count: number): number {
  return checkWord("count", count);
}

function checkWord(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value < WORD_COUNT) return value;
  throw new RangeError(
    `Cannot draw with ${name} "${value}": it must be an integer from 0 to 4294967295`,
  );
}
