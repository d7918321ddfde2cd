import { copyPoints } from "./copy_points.ts";
import { makeMemory } from "./make_memory.ts";
import { makeScreenKernel, SCREEN_COLUMNS } from "./screen_kernel.ts";
import type { ScreenTiles, TilePoints } from "./screen_tiles.ts";
import { DEPTH_STEP, TILE_ROWS } from "./tile_sums.ts";

const FLOAT_BYTES = 4;
/** 32 rows of 128 features and one panel stay in the first cache. */
const QUADS_AT_ONCE = 8;

/**
 * Lays points out for the kernel in WebAssembly, which multiplies a tile when it is screened.
 *
 * Memory 4 (n + m) d bytes.
 *
 * @param points Both sets and their frame.
 * @returns The tiles.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeKernelTiles } from "./kernel_tiles.ts";
 *
 * const rows = { data: Float64Array.of(2), rows: 1, columns: 1 };
 * const columns = { data: Float64Array.of(3, 1), rows: 2, columns: 1 };
 * const tiles = makeKernelTiles({ rows, columns, frame: { centre: [0], scale: 1 } });
 * for (const bounds of [tiles.rowBounds, tiles.columnBounds]) bounds.fill(2.5);
 * tiles.begin({ firstQuad: 0, endQuad: 1, firstPanel: 0, endPanel: 1 });
 * // 2 · 3 reaches 2.5 + 2.5, and 2 · 1 does not.
 * assertEquals(tiles.screen(0, 0), 1);
 * assertEquals(tiles.products[1], 2);
 * ```
 */
export function makeKernelTiles({ rows, columns, frame }: TilePoints): ScreenTiles {
  const depth = Math.ceil(rows.columns / DEPTH_STEP) * DEPTH_STEP;
  const quadCount = Math.ceil(rows.rows / TILE_ROWS);
  const panelCount = Math.ceil(columns.rows / SCREEN_COLUMNS);
  // All places are counted in float32: rows, panels, bounds of rows, bounds of columns, products.
  const quadSize = TILE_ROWS * depth, panelSize = SCREEN_COLUMNS * depth;
  const panelsAt = quadCount * quadSize;
  const rowBoundsAt = panelsAt + panelCount * panelSize;
  const columnBoundsAt = rowBoundsAt + quadCount * 2 * TILE_ROWS;
  const productsAt = columnBoundsAt + panelCount * 2 * SCREEN_COLUMNS;
  const size = productsAt + TILE_ROWS * SCREEN_COLUMNS;
  const memory = makeMemory(size * FLOAT_BYTES);
  const floats = new Float32Array(memory.buffer).fill(Infinity, rowBoundsAt, productsAt);
  const screenTile = makeScreenKernel(memory);
  return {
    rowNorms: copyPoints(rows, frame, (row, feature, value) => {
      floats[row * depth + feature] = value;
    }),
    columnNorms: copyPoints(columns, frame, (column, feature, value) => {
      const panel = Math.floor(column / SCREEN_COLUMNS), place = column % SCREEN_COLUMNS;
      floats[panelsAt + panel * panelSize + feature * SCREEN_COLUMNS + place] = value;
    }),
    rowBounds: floats.subarray(rowBoundsAt, columnBoundsAt),
    columnBounds: floats.subarray(columnBoundsAt, productsAt),
    products: floats.subarray(productsAt, size),
    quadsAtOnce: QUADS_AT_ONCE,
    panelsAtOnce: 1,
    begin: () => {},
    screen: (quad, panel) =>
      screenTile(
        quad * quadSize * FLOAT_BYTES,
        depth * FLOAT_BYTES,
        (panelsAt + panel * panelSize) * FLOAT_BYTES,
        depth,
        (rowBoundsAt + quad * 2 * TILE_ROWS) * FLOAT_BYTES,
        (columnBoundsAt + panel * 2 * SCREEN_COLUMNS) * FLOAT_BYTES,
        productsAt * FLOAT_BYTES,
      ),
  };
}
