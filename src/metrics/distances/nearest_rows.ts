import type { FeatureMatrix } from "../feature_matrix.ts";
import { requireEqualColumns } from "../require_equal_columns.ts";
import { requireFeatures } from "../require_features.ts";
import { type FeatureScreenOptions, makeFeatureScreen } from "./feature_screen.ts";
import { measureSquaredDistance } from "./squared_distance.ts";

/** The nearest rows of each query, nearest first. */
export interface NearestRows {
  /** Neighbours of each query. */
  readonly count: number;
  /** Rows in the reference set, [queries, count]. */
  readonly indices: Uint32Array;
  /** Squared distances to them, [queries, count], ascending. */
  readonly squares: Float64Array;
}

/** Options of `findNearestRows()` and `findNearestOthers()`. */
export interface NearestRowsOptions extends FeatureScreenOptions {
  /** How many neighbours, an integer >= 1; 1 unless given. */
  readonly count?: number;
}

/**
 * Finds the nearest reference rows of each query, by Euclidean distance.
 *
 * Queries [m, d] and references [n, d]. The search is exhaustive and exact in float64
 * (`measureSquaredDistance()`); of equal distances the lower row comes first.
 *
 * Cost O(n m d): 0.8 s for 10,000 × 10,000 × 128; memory 12 (n + m) d bytes.
 *
 * @param queries The rows to find neighbours of.
 * @param references The rows to find them among; at least `count`.
 * @param options The number of neighbours, and who multiplies.
 * @returns Neighbours and squared distances.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If there are fewer than `count` references, or features beyond ±1e150.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findNearestRows } from "./nearest_rows.ts";
 *
 * const queries = { data: Float64Array.of(0), rows: 1, columns: 1 };
 * const references = { data: Float64Array.of(5, -2, 2), rows: 3, columns: 1 };
 * const { indices, squares } = findNearestRows(queries, references, { count: 2 });
 * assertEquals([...indices], [1, 2]);
 * assertEquals([...squares], [4, 4]);
 * ```
 */
export function findNearestRows(
  queries: FeatureMatrix,
  references: FeatureMatrix,
  { count = 1, multiply }: NearestRowsOptions = {},
): NearestRows {
  const action = `find ${count} nearest rows of`;
  requireFeatures(queries, action, { isSquared: true });
  requireFeatures(references, action, { minRows: requireCount(count), isSquared: true });
  requireEqualColumns(queries, references, action);
  const x = Float64Array.from(queries.data), y = Float64Array.from(references.data);
  const d = queries.columns;
  const screen = makeFeatureScreen(queries, references, { multiply });
  const found = startSearch(queries.rows, count);
  for (let row = 0; row < queries.rows; row++) screen.boundRow(row, Infinity);
  screen.scan((row, column) => {
    const square = measureSquaredDistance(x, row * d, y, column * d, d);
    if (offer(found, row, column, square)) screen.boundRow(row, readBound(found, row));
  });
  return found;
}

/**
 * Finds the nearest other rows of each row of one set: a row is no neighbour of its own, a copy of
 * it elsewhere in the set is.
 *
 * As `findNearestRows()`, for half the cost: each pair is measured once.
 *
 * @param set The rows, [n, d]; more than `count`.
 * @param options The number of neighbours, and who multiplies.
 * @returns Neighbours and squared distances.
 * @throws {TypeError} If the set holds NaN or Infinity.
 * @throws {RangeError} If there are not more than `count` rows, or features beyond ±1e150.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findNearestOthers } from "./nearest_rows.ts";
 *
 * const set = { data: Float64Array.of(0, 1, 5), rows: 3, columns: 1 };
 * assertEquals([...findNearestOthers(set).indices], [1, 0, 1]);
 * ```
 */
export function findNearestOthers(
  set: FeatureMatrix,
  { count = 1, multiply }: NearestRowsOptions = {},
): NearestRows {
  requireOthers(set, count);
  const x = Float64Array.from(set.data), d = set.columns;
  const screen = makeFeatureScreen(set, set, { multiply });
  const found = startSearch(set.rows, count);
  function tighten(point: number): void {
    const bound = readBound(found, point);
    screen.boundRow(point, bound);
    screen.boundColumn(point, bound);
  }
  for (let row = 0; row < set.rows; row++) tighten(row);
  screen.scan((row, column) => {
    const square = measureSquaredDistance(x, row * d, x, column * d, d);
    if (offer(found, row, column, square)) tighten(row);
    if (offer(found, column, row, square)) tighten(column);
  }, { isAbove: true });
  return found;
}

/** Refuses a set whose rows do not have so many others, or too large features. */
export function requireOthers(set: FeatureMatrix, count: number): void {
  const minRows = requireCount(count) + 1;
  requireFeatures(set, `find ${count} nearest others of`, { minRows, isSquared: true });
}

function requireCount(count: number): number {
  if (Number.isInteger(count) && count >= 1) return count;
  throw new RangeError(
    `Cannot find "${count}" nearest rows: count must be an integer >= 1`,
  );
}

function startSearch(rows: number, count: number): NearestRows {
  return {
    count,
    indices: new Uint32Array(rows * count),
    squares: new Float64Array(rows * count).fill(Infinity),
  };
}

/** The squared distance that a neighbour must beat; nothing beats 0. */
function readBound({ count, squares }: NearestRows, query: number): number {
  const worst = squares[query * count + count - 1];
  return worst > 0 ? worst : -Infinity;
}

/** Inserts a neighbour in order; references are offered in ascending order, so ties stay in order. */
function offer(found: NearestRows, query: number, index: number, square: number): boolean {
  const { count, indices, squares } = found;
  const first = query * count;
  let place = first + count - 1;
  if (!(square < squares[place])) return false;
  for (; place > first && squares[place - 1] > square; place--) {
    squares[place] = squares[place - 1];
    indices[place] = indices[place - 1];
  }
  squares[place] = square;
  indices[place] = index;
  return true;
}
