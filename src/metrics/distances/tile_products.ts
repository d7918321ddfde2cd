import { type Code, type Lane, wasm } from "./wasm_assembler.ts";

/** Rows of a tile. */
export const TILE_ROWS = 4;
/** Vectors of a tile's row. */
export const TILE_VECTORS = 2;
/** What the number of features is padded to: as many steps are unrolled. */
export const DEPTH_STEP = 4;

const VECTOR_BYTES = 16;

/** The locals of a function that begins with the products of a tile. */
export interface TileProducts {
  /** Parameters that the products take: rows, bytes of a row, panel, depth. */
  readonly parameters: number;
  /** Int32 locals that they use, behind all parameters. */
  readonly integers: number;
  /** Vector locals that they use, behind all integers. */
  readonly vectors: number;
  /** The code, and the locals that hold the sums [row, vector] after it. */
  write(lane: Lane, firstInteger: number, firstVector: number): {
    readonly code: Code;
    readonly sums: readonly number[];
  };
}

/**
 * The inner loop of all kernels: 4 rows times one panel of columns, summed feature by feature in
 * ascending order.
 *
 * Parameters 0 to 3 are the address of the first row, the bytes of a row, the address of the panel,
 * and the number of features, a multiple of 4. Rows lie one behind the other; a panel holds its
 * columns (8 float32 or 4 float64) feature by feature. Four rows of two vectors are as many sums as
 * stay in the 16 vector registers of x64, with room for the factors.
 */
export const tileProducts: TileProducts = {
  parameters: 4,
  integers: TILE_ROWS,
  vectors: (TILE_ROWS + 1) * TILE_VECTORS + 1,
  write(lane, firstInteger, firstVector) {
    const { get, set, integer, addIntegers } = wasm;
    const [rows, rowBytes, panel, depth] = numberFrom(0, 4);
    const pointers = numberFrom(firstInteger, TILE_ROWS);
    const sums = numberFrom(firstVector, TILE_ROWS * TILE_VECTORS);
    const columns = numberFrom(firstVector + sums.length, TILE_VECTORS);
    const factor = firstVector + sums.length + columns.length;
    const laneBytes = lane === "float32" ? 4 : 8;

    const start = pointers.flatMap((pointer, r) =>
      set(pointer, addIntegers(get(rows), wasm.multiplyIntegers(get(rowBytes), integer(r))))
    );
    const addFeature = (feature: number): Code => [
      ...columns.flatMap((column, v) =>
        set(column, wasm.load(get(panel), (feature * TILE_VECTORS + v) * VECTOR_BYTES))
      ),
      ...pointers.flatMap((pointer, r) => [
        ...set(factor, wasm.loadSplat(lane, get(pointer), feature * laneBytes)),
        ...columns.flatMap((column, v) => {
          const sum = sums[r * TILE_VECTORS + v];
          const product = wasm.multiply(lane, get(factor), get(column));
          return set(sum, wasm.add(lane, get(sum), product));
        }),
      ]),
    ];
    const advance = [
      ...set(panel, addIntegers(get(panel), integer(DEPTH_STEP * TILE_VECTORS * VECTOR_BYTES))),
      ...pointers.flatMap((pointer) =>
        set(pointer, addIntegers(get(pointer), integer(DEPTH_STEP * laneBytes)))
      ),
      ...set(depth, wasm.subtractIntegers(get(depth), integer(DEPTH_STEP))),
    ];
    const body = [...numberFrom(0, DEPTH_STEP).flatMap(addFeature), ...advance];
    return { code: [...start, ...wasm.repeatWhile(body, get(depth))], sums };
  },
};

function numberFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
