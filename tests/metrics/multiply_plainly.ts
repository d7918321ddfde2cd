import type { MultiplyRows } from "../../src/metrics/distances/multiply_rows.ts";

/** A matrix product in float32 from the last feature to the first: in another order than any kernel's. */
export const multiplyPlainly: MultiplyRows = (x, y) => {
  const products = new Float32Array(x.rows * y.rows), depth = x.columns;
  for (let row = 0, at = 0; row < x.rows; row++) {
    for (let column = 0; column < y.rows; column++, at++) {
      for (let k = depth - 1; k >= 0; k--) {
        products[at] += Math.fround(x.data[row * depth + k] * y.data[column * depth + k]);
      }
    }
  }
  return products;
};

/** The same product, which counts how often it is asked for. */
export function makeCountedProduct(): {
  readonly multiply: MultiplyRows;
  readonly calls: () => number;
} {
  let calls = 0;
  return {
    multiply: (x, y) => {
      calls++;
      return multiplyPlainly(x, y);
    },
    calls: () => calls,
  };
}
