import { assertEquals } from "@std/assert";
import type { MultiplyRows } from "../../../src/metrics/distances/multiply_rows.ts";
import { roundsFactors } from "../../../src/metrics/distances/rounds_factors.ts";
import { multiplyPlainly } from "../multiply_plainly.ts";

/** A product of factors of fewer bits: 10 behind the point are TensorFloat-32, 7 bfloat16. */
const multiplyRounded = (bits: number): MultiplyRows => (x, y) => {
  const round = ({ data, ...sizes }: typeof x) => {
    const scale = 2 ** bits;
    return { ...sizes, data: data.map((value) => Math.round(value * scale) / scale) };
  };
  return multiplyPlainly(round(x), round(y));
};

Deno.test("roundsFactors() tells full products of float32 from those of rounded factors", () => {
  assertEquals(roundsFactors(multiplyPlainly), false);
  for (const bits of [7, 10, 22]) assertEquals(roundsFactors(multiplyRounded(bits)), true);
});

Deno.test("roundsFactors() hears of either factor, and of products in wrong places", () => {
  const round = (set: Parameters<MultiplyRows>[0]) => ({ ...set, data: set.data.map(Math.round) });
  assertEquals(roundsFactors((x, y) => multiplyPlainly(round(x), y)), true);
  assertEquals(roundsFactors((x, y) => multiplyPlainly(x, round(y))), true);
  const shift: MultiplyRows = (x, y) => {
    const products = multiplyPlainly(x, y);
    return products.map((_, at) => products[(at + 1) % products.length]);
  };
  assertEquals(roundsFactors(shift), true);
});
