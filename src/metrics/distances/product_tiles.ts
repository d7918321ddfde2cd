import type { FeatureMatrix } from "../feature_matrix.ts";
import { copyPoints, type Frame } from "./copy_points.ts";
import { makeMemory } from "./make_memory.ts";
import type { MultiplyRows } from "./multiply_rows.ts";
import { makeProductScreenKernel, SCREEN_COLUMNS } from "./screen_kernel.ts";
import type { ScreenTiles, TilePoints } from "./screen_tiles.ts";
import { TILE_ROWS } from "./tile_sums.ts";

const FLOAT_BYTES = 4;
/** Rows and columns of a block: 4 MB of products, for which each feature that is handed over is multiplied 512 times. */
const ROWS_AT_ONCE = 1024;

/**
 * Lays points out for an engine, which multiplies 1,024 rows with as many columns at once.
 *
 * Memory 4 (n + m) d bytes, and 4 MB for products both here and where they come from.
 *
 * @param points Both sets and their frame.
 * @param multiply Multiplies rows.
 * @returns The tiles.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeProductTiles } from "./product_tiles.ts";
 *
 * const points = { data: Float64Array.of(2), rows: 1, columns: 1 };
 * const tiles = makeProductTiles(
 *   { rows: points, columns: points, frame: { centre: [0], scale: 1 } },
 *   (x, y) => Float32Array.from({ length: x.rows * y.rows }, (_, at) => at === 0 ? 4 : 0),
 * );
 * for (const bounds of [tiles.rowBounds, tiles.columnBounds]) bounds.fill(1);
 * tiles.begin({ firstQuad: 0, endQuad: 1, firstPanel: 0, endPanel: 1 });
 * assertEquals(tiles.screen(0, 0), 1);
 * ```
 */
export function makeProductTiles(points: TilePoints, multiply: MultiplyRows): ScreenTiles {
  const rows = layOut(points.rows, points.frame, TILE_ROWS);
  const columns = layOut(points.columns, points.frame, SCREEN_COLUMNS);
  const rowCount = rows.set.rows, columnCount = columns.set.rows;
  const rowsAtOnce = Math.min(ROWS_AT_ONCE, rowCount);
  const columnsAtOnce = Math.min(ROWS_AT_ONCE, columnCount);
  // All places are counted in float32: products of a block, bounds of rows and of columns, products of a tile.
  const rowBoundsAt = rowsAtOnce * columnsAtOnce;
  const columnBoundsAt = rowBoundsAt + 2 * rowCount;
  const tileAt = columnBoundsAt + 2 * columnCount;
  const size = tileAt + TILE_ROWS * SCREEN_COLUMNS;
  const memory = makeMemory(size * FLOAT_BYTES);
  const floats = new Float32Array(memory.buffer).fill(Infinity, rowBoundsAt, tileAt);
  const screenTile = makeProductScreenKernel(memory);
  // The block's first row and column, and its columns.
  let firstRow = 0, firstColumn = 0, width = 0;

  return {
    rowNorms: rows.norms,
    columnNorms: columns.norms,
    rowBounds: floats.subarray(rowBoundsAt, columnBoundsAt),
    columnBounds: floats.subarray(columnBoundsAt, tileAt),
    products: floats.subarray(tileAt, size),
    quadsAtOnce: rowsAtOnce / TILE_ROWS,
    panelsAtOnce: columnsAtOnce / SCREEN_COLUMNS,
    begin({ firstQuad, endQuad, firstPanel, endPanel }) {
      firstRow = firstQuad * TILE_ROWS;
      firstColumn = firstPanel * SCREEN_COLUMNS;
      const endColumn = endPanel * SCREEN_COLUMNS;
      width = endColumn - firstColumn;
      floats.set(multiply(
        takeRange(rows.set, firstRow, endQuad * TILE_ROWS),
        takeRange(columns.set, firstColumn, endColumn),
      ));
    },
    screen(quad, panel) {
      const row = quad * TILE_ROWS, column = panel * SCREEN_COLUMNS;
      return screenTile(
        ((row - firstRow) * width + column - firstColumn) * FLOAT_BYTES,
        width * FLOAT_BYTES,
        (rowBoundsAt + 2 * row) * FLOAT_BYTES,
        (columnBoundsAt + 2 * column) * FLOAT_BYTES,
        tileAt * FLOAT_BYTES,
      );
    },
  };
}

/** Points in float32, with rows of 0 up to a multiple of `step`. */
function layOut(points: FeatureMatrix, frame: Frame, step: number) {
  const rows = Math.ceil(points.rows / step) * step, { columns } = points;
  const data = new Float32Array(rows * columns);
  const norms = copyPoints(points, frame, (point, feature, value) => {
    data[point * columns + feature] = value;
  });
  return { set: { data, rows, columns }, norms };
}

function takeRange(
  { data, columns }: FeatureMatrix<Float32Array>,
  from: number,
  to: number,
): FeatureMatrix<Float32Array> {
  return { data: data.subarray(from * columns, to * columns), rows: to - from, columns };
}
