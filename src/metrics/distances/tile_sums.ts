import { type Code, wasm } from "./wasm_assembler.ts";

/** Rows of a tile. */
export const TILE_ROWS = 4;
/** Vectors of a tile's row. */
export const TILE_VECTORS = 2;
/** What the depth is padded to: as many steps are unrolled. */
export const DEPTH_STEP = 4;

/** What one step of the depth adds to a sum: the product of two numbers, or the squared differences of two pixels. */
export type TileTerm = "float32 product" | "float64 product" | "pixel difference";

/** The locals of a function that begins with the sums of a tile. */
export interface TileSums {
  /** Parameters that the sums take. */
  readonly parameters: number;
  /** Int32 locals that they use, behind all parameters. */
  readonly integers: number;
  /** Vector locals that they use, behind all integers. */
  readonly vectors: number;
  /** The code, and the locals that hold the sums [row, vector] after it. */
  write(term: TileTerm, firstInteger: number, firstVector: number): {
    readonly code: Code;
    readonly sums: readonly number[];
  };
}

const VECTOR_BYTES = 16;

/**
 * The inner loop of all kernels: 4 rows against one panel of columns, summed over the depth in
 * ascending order.
 *
 * Parameters 0 to 3 are the address of the first row, the bytes of a row, the address of the panel,
 * and the depth, a multiple of 4. One step of the depth is a float32, a float64, or two pixels as
 * int16. Rows lie one behind the other; a panel holds its columns (8, or 4 of float64) step by step.
 * Four rows of two vectors are as many sums as stay in the 16 vector registers of x64, with room for
 * what is multiplied. Sums of pixels are uint32, modulo 2^32.
 */
export const tileSums: TileSums = {
  parameters: 4,
  integers: TILE_ROWS,
  vectors: (TILE_ROWS + 1) * TILE_VECTORS + 2,
  write(term, firstInteger, firstVector) {
    const { get, set, integer, addIntegers } = wasm;
    const [rows, rowBytes, panel, depth] = numberFrom(0, 4);
    const pointers = numberFrom(firstInteger, TILE_ROWS);
    const sums = numberFrom(firstVector, TILE_ROWS * TILE_VECTORS);
    const columns = numberFrom(firstVector + sums.length, TILE_VECTORS);
    const factor = firstVector + sums.length + columns.length, difference = factor + 1;
    const lane = term === "float64 product" ? "float64" : "float32";
    const stepBytes = lane === "float64" ? 8 : 4;

    const addTerm = (sum: number, column: number): Code => {
      if (term !== "pixel difference") {
        return set(sum, wasm.add(lane, get(sum), wasm.multiply(lane, get(factor), get(column))));
      }
      const squares = wasm.multiplyShortPairs(get(difference), get(difference));
      return [
        ...set(difference, wasm.subtractShorts(get(factor), get(column))),
        ...set(sum, wasm.addVectorIntegers(get(sum), squares)),
      ];
    };
    const addStep = (step: number): Code => [
      ...columns.flatMap((column, v) =>
        set(column, wasm.load(get(panel), (step * TILE_VECTORS + v) * VECTOR_BYTES))
      ),
      ...pointers.flatMap((pointer, r) => [
        ...set(factor, wasm.loadSplat(lane, get(pointer), step * stepBytes)),
        ...columns.flatMap((column, v) => addTerm(sums[r * TILE_VECTORS + v], column)),
      ]),
    ];
    const start = pointers.flatMap((pointer, r) =>
      set(pointer, addIntegers(get(rows), wasm.multiplyIntegers(get(rowBytes), integer(r))))
    );
    const advance = [
      ...set(panel, addIntegers(get(panel), integer(DEPTH_STEP * TILE_VECTORS * VECTOR_BYTES))),
      ...pointers.flatMap((pointer) =>
        set(pointer, addIntegers(get(pointer), integer(DEPTH_STEP * stepBytes)))
      ),
      ...set(depth, wasm.subtractIntegers(get(depth), integer(DEPTH_STEP))),
    ];
    const body = [...numberFrom(0, DEPTH_STEP).flatMap(addStep), ...advance];
    return { code: [...start, ...wasm.repeatWhile(body, get(depth))], sums };
  },
};

function numberFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
