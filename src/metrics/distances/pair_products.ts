import type { FeatureMatrix } from "../feature_matrix.ts";
import { makeMemory } from "./make_memory.ts";
import { makeSumKernel } from "./sum_kernel.ts";
import { DEPTH_STEP, TILE_ROWS } from "./tile_sums.ts";

/** What is done with a pair: its row, its column and their dot product. */
export type VisitProduct = (row: number, column: number, product: number) => void;

/** Options of `scanPairProducts()`. */
export interface ScanPairProductsOptions {
  /** Visits pairs with row < column only. */
  readonly isAbove?: boolean;
}

/** Visits the products of two sets of the sizes that it was made for, as `scanPairProducts()` does. */
export type PairScan = (
  rows: FeatureMatrix,
  columns: FeatureMatrix,
  visit: VisitProduct,
  options?: ScanPairProductsOptions,
) => void;

const NUMBER_BYTES = 8;
/** Columns of a panel of float64. */
const PANEL_COLUMNS = 4;
/** 16 rows of 128 features and one panel stay in the first cache. */
const QUADS_AT_ONCE = 4;

/**
 * Visits the dot product of every pair of rows, in an order that depends on the sizes only.
 *
 * Rows [n, d] and columns [m, d], which may be one set. Each product is Σ x y in float64, summed
 * feature by feature, with the bits of a plain loop on any machine; the matrix of them is never in
 * memory. The columns of a row come in ascending order.
 *
 * Cost O(n m d), half of it with `isAbove`: 1.7 s for 10,000 × 10,000 × 128; memory 8 (n + m) d
 * bytes. For many pairs of sets of one size, use `makePairScan()`.
 *
 * @param rows The one set.
 * @param columns The other, with as many features.
 * @param visit Called for each pair.
 * @param options Which pairs.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { scanPairProducts } from "./pair_products.ts";
 *
 * const rows = { data: Float64Array.of(1, 2), rows: 1, columns: 2 };
 * const columns = { data: Float64Array.of(3, 4, 5, 6), rows: 2, columns: 2 };
 * const products: number[] = [];
 * scanPairProducts(rows, columns, (_row, _column, product) => products.push(product));
 * assertEquals(products, [11, 17]);
 * ```
 */
export function scanPairProducts(
  rows: FeatureMatrix,
  columns: FeatureMatrix,
  visit: VisitProduct,
  options: ScanPairProductsOptions = {},
): void {
  makePairScan(rows, columns)(rows, columns, visit, options);
}

/**
 * Prepares to visit the products of many pairs of sets of one size, in one memory: a memory of WebAssembly is freed late,
 * and a machine has room for few of them.
 *
 * @param rowSizes Of the one set.
 * @param columnSizes Of the other, with as many features.
 * @returns What `scanPairProducts()` does, for sets of these sizes.
 */
export function makePairScan(
  rowSizes: Pick<FeatureMatrix, "rows" | "columns">,
  columnSizes: Pick<FeatureMatrix, "rows">,
): PairScan {
  const features = rowSizes.columns;
  const depth = Math.ceil(features / DEPTH_STEP) * DEPTH_STEP;
  const quadCount = Math.ceil(rowSizes.rows / TILE_ROWS);
  const panelCount = Math.ceil(columnSizes.rows / PANEL_COLUMNS);
  const quadSize = TILE_ROWS * depth, panelSize = PANEL_COLUMNS * depth;
  const panelsAt = quadCount * quadSize, productsAt = panelsAt + panelCount * panelSize;
  const size = productsAt + TILE_ROWS * PANEL_COLUMNS;
  const memory = makeMemory(size * NUMBER_BYTES);
  const numbers = new Float64Array(memory.buffer);
  const multiplyTile = makeSumKernel(memory, "float64 product");

  function fill(rows: FeatureMatrix, columns: FeatureMatrix): void {
    for (let row = 0, at = 0; row < rows.rows; row++) {
      for (let k = 0; k < features; k++) numbers[row * depth + k] = rows.data[at++];
    }
    for (let column = 0, at = 0; column < columns.rows; column++) {
      const panel = panelsAt + Math.floor(column / PANEL_COLUMNS) * panelSize;
      const place = panel + column % PANEL_COLUMNS;
      for (let k = 0; k < features; k++) numbers[place + k * PANEL_COLUMNS] = columns.data[at++];
    }
  }

  function visitTile(quad: number, panel: number, visit: VisitProduct, isAbove: boolean): void {
    multiplyTile(
      quad * quadSize * NUMBER_BYTES,
      depth * NUMBER_BYTES,
      (panelsAt + panel * panelSize) * NUMBER_BYTES,
      depth,
      productsAt * NUMBER_BYTES,
    );
    const firstRow = quad * TILE_ROWS, firstColumn = panel * PANEL_COLUMNS;
    const rowEnd = Math.min(rowSizes.rows, firstRow + TILE_ROWS);
    const columnEnd = Math.min(columnSizes.rows, firstColumn + PANEL_COLUMNS);
    for (let row = firstRow; row < rowEnd; row++) {
      const at = productsAt + (row - firstRow) * PANEL_COLUMNS - firstColumn;
      const from = isAbove ? Math.max(firstColumn, row + 1) : firstColumn;
      for (let column = from; column < columnEnd; column++) {
        visit(row, column, numbers[at + column]);
      }
    }
  }

  return (rows, columns, visit, { isAbove = false } = {}) => {
    fill(rows, columns);
    for (let from = 0; from < quadCount; from += QUADS_AT_ONCE) {
      const to = Math.min(quadCount, from + QUADS_AT_ONCE);
      const first = isAbove ? Math.floor(from * TILE_ROWS / PANEL_COLUMNS) : 0;
      for (let panel = first; panel < panelCount; panel++) {
        const lastColumn = (panel + 1) * PANEL_COLUMNS - 1;
        for (let quad = from; quad < to; quad++) {
          if (isAbove && lastColumn <= quad * TILE_ROWS) break;
          visitTile(quad, panel, visit, isAbove);
        }
      }
    }
  };
}
