const PARITY = 0x1bd11bda;

/**
 * Fills `out` with the words of Threefry-2x32 with 20 rounds: words `2i` and `2i + 1` are the block of the
 * counter `(counterLow + i, counterHigh)`. Allocates nothing.
 *
 * An odd last word is the first word of its block. The low counter wraps at 2^32 and does not carry.
 *
 * @param keyLow First key word, an integer whose low 32 bits count.
 * @param keyHigh Second key word.
 * @param counterHigh Second counter word, the same for all blocks.
 * @param out Receives the words.
 * @param counterLow First counter word of the first block.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { fillThreefry } from "./threefry.ts";
 *
 * const words = new Uint32Array(2);
 * fillThreefry(0, 0, 0, words);
 * assertEquals([...words], [0x6b200159, 0x99ba4efe]);
 * ```
 *
 * Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"; the same words as Random123 and JAX.
 */
export function fillThreefry(
  keyLow: number,
  keyHigh: number,
  counterHigh: number,
  out: Uint32Array,
  counterLow = 0,
): void {
  const k0 = keyLow | 0;
  const k1 = keyHigh | 0;
  const k2 = k0 ^ k1 ^ PARITY;
  const start1 = (counterHigh + k1) | 0;
  const length = out.length;
  for (let at = 0, counter = counterLow | 0; at < length; at += 2, counter = (counter + 1) | 0) {
    let x0 = (counter + k0) | 0;
    let x1 = start1;

    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x0 = (x0 + k1) | 0;
    x1 = (x1 + k2 + 1) | 0;

    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
    x0 = (x0 + k2) | 0;
    x1 = (x1 + k0 + 2) | 0;

    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x0 = (x0 + k0) | 0;
    x1 = (x1 + k1 + 3) | 0;

    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
    x0 = (x0 + k1) | 0;
    x1 = (x1 + k2 + 4) | 0;

    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;

    out[at] = x0 + k2;
    if (at + 1 < length) out[at + 1] = x1 + k0 + 5;
  }
}

/**
 * Computes one block of Threefry-2x32 with 20 rounds.
 *
 * @param key Two uint32 key words, the low one first.
 * @param counter Two uint32 counter words, the low one first.
 * @returns Two uint32 words.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { threefry2x32 } from "./threefry.ts";
 *
 * assertEquals(threefry2x32([0, 0], [0, 0]), [0x6b200159, 0x99ba4efe]);
 * ```
 *
 * Salmon et al. 2011; the argument order is that of `jax.extend.random.threefry_2x32(key, count)`.
 */
export function threefry2x32(
  key: readonly [number, number],
  counter: readonly [number, number],
): [number, number] {
  const block = new Uint32Array(2);
  fillThreefry(key[0], key[1], counter[1], block, counter[0]);
  return [block[0], block[1]];
}
