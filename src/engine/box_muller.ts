/**
 * Writes two standard normal values made from two uniform ones: `out[at] = r cos(2 pi u2)` and, where `out`
 * still has room, `out[at + 1] = r sin(2 pi u2)`, with `r = sqrt(-2 ln u1)`.
 *
 * Computed in float64 and rounded to the type of `out`.
 *
 * @param u1 In (0, 1].
 * @param u2 In [0, 1).
 * @param out Receives the values.
 * @param at Index of the first value.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { writeBoxMuller } from "./box_muller.ts";
 *
 * const pair = new Float64Array(2);
 * writeBoxMuller(Math.exp(-2), 0.25, pair, 0);
 * assertAlmostEquals(pair[0], 0, 1e-15);
 * assertAlmostEquals(pair[1], 2, 1e-15);
 * ```
 *
 * Box and Muller 1958, "A note on the generation of random normal deviates".
 */
export function writeBoxMuller(
  u1: number,
  u2: number,
  out: Float32Array | Float64Array,
  at: number,
): void {
  const radius = Math.sqrt(-2 * Math.log(u1));
  const angle = 2 * Math.PI * u2;
  out[at] = radius * Math.cos(angle);
  if (at + 1 < out.length) out[at + 1] = radius * Math.sin(angle);
}

/**
 * Fills `out` with standard normal values made from pairs of random words, `u = (word + 0.5) / 2^32`.
 *
 * No value lies outside ±6.77, as `u1` is at least 2^-33. An odd count drops the last sine.
 *
 * @param words Uint32 words, at least as many as `out` is long, rounded up to even.
 * @param out Receives the values.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { fillBoxMuller } from "./box_muller.ts";
 *
 * const values = new Float64Array(2);
 * fillBoxMuller(Uint32Array.of(0x80000000, 0x40000000), values);
 * assertAlmostEquals(values[1], Math.sqrt(2 * Math.LN2), 1e-9);
 * ```
 *
 * Box and Muller 1958; the words become uniforms as in Random123's `u01`.
 */
export function fillBoxMuller(words: Uint32Array, out: Float32Array | Float64Array): void {
  for (let at = 0; at < out.length; at += 2) {
    writeBoxMuller((words[at] + 0.5) * 2 ** -32, (words[at + 1] + 0.5) * 2 ** -32, out, at);
  }
}
