import type { MultiplyRows } from "./multiply_rows.ts";

/** Large enough that a library takes the code for large products. */
const TRIAL = { rows: 256, columns: 128 };
/** A number that takes all bits of a float32. */
const FINE = 1 + 2 ** -23;

/**
 * Tries whether a matrix product rounds its factors to less than float32, as with TensorFloat-32 or bfloat16.
 *
 * A trial proves no more than itself: a library may take other code for other sizes, so that one that was told to round is
 * better not asked. It multiplies 256 × 128 with as many numbers, most of them 0, so that every product is a single number times 1.
 *
 * @param multiply The product.
 * @returns Whether any product is another number than it should be; then `multiply` is not fit for a search.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { roundsFactors } from "./rounds_factors.ts";
 *
 * assertEquals(roundsFactors((x, y) => new Float32Array(x.rows * y.rows)), true);
 * ```
 */
export function roundsFactors(multiply: MultiplyRows): boolean {
  const { rows, columns } = TRIAL;
  const spread = (value: number) => {
    const data = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row++) data[row * columns + row % columns] = value;
    return { data, rows, columns };
  };
  const areRight = (products: Float32Array, value: number) =>
    products.every((product, at) => {
      const meet = (Math.floor(at / rows) - at % rows) % columns === 0;
      return product === (meet ? value : 0);
    });
  return !areRight(multiply(spread(FINE), spread(1)), FINE) ||
    !areRight(multiply(spread(1), spread(FINE)), FINE);
}
