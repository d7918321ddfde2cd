import type { PixelMatrix } from "../pixel_matrix.ts";
import { makeMemory } from "./make_memory.ts";
import { makeSumKernel } from "./sum_kernel.ts";
import { DEPTH_STEP, TILE_ROWS } from "./tile_sums.ts";

/** Columns of a panel. */
const PANEL_QUERIES = 8;
/** Two pixels, as int16, are one step of the depth: 4 bytes. */
const PIXELS_OF_STEP = 2, STEP_BYTES = 4;
/** 65,536 pixels: squares of differences up to 255² add up to less than 2^32. */
const STEPS_OF_BLOCK = 32_768;
/** Queries that are laid out at a time; each time all training rows are read. */
const QUERIES_AT_ONCE = 1024;
/** 64 rows of 784 pixels stay in the second cache. */
const ROWS_AT_ONCE = 64;

/**
 * Visits the squared distance of every pair of a query and a training row of 8-bit pixels.
 *
 * Queries U8 [m, d] and training U8 [n, d]; squares are whole numbers, exact below 2^53. The training
 * rows of a query come in ascending order. Cost O(m n d), at 30 billion pixels a second.
 *
 * @param queries The samples.
 * @param training The training images, of as many pixels.
 * @param visit Called for each pair.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { scanPixelSquares } from "./pixel_squares.ts";
 *
 * const queries = { data: Uint8Array.of(0, 255), rows: 1, columns: 2 };
 * const training = { data: Uint8Array.of(3, 251), rows: 1, columns: 2 };
 * const squares: number[] = [];
 * scanPixelSquares(queries, training, (_query, _row, square) => squares.push(square));
 * assertEquals(squares, [25]);
 * ```
 */
export function scanPixelSquares(
  queries: PixelMatrix,
  training: PixelMatrix,
  visit: (query: number, row: number, square: number) => void,
): void {
  const { columns } = queries;
  for (let first = 0; first < queries.rows; first += QUERIES_AT_ONCE) {
    const rows = Math.min(QUERIES_AT_ONCE, queries.rows - first);
    const data = queries.data.subarray(first * columns, (first + rows) * columns);
    scanPart({ data, rows, columns }, training, (query, row, square) => {
      visit(first + query, row, square);
    });
  }
}

function scanPart(
  queries: PixelMatrix,
  training: PixelMatrix,
  visit: (query: number, row: number, square: number) => void,
): void {
  const { columns } = queries;
  const depth = Math.ceil(columns / PIXELS_OF_STEP / DEPTH_STEP) * DEPTH_STEP;
  const panelCount = Math.ceil(queries.rows / PANEL_QUERIES);
  const rowBytes = depth * STEP_BYTES, panelBytes = PANEL_QUERIES * rowBytes;
  const panelsAt = ROWS_AT_ONCE * rowBytes, sumsAt = panelsAt + panelCount * panelBytes;
  const sizeBytes = sumsAt + TILE_ROWS * PANEL_QUERIES * STEP_BYTES;
  const memory = makeMemory(sizeBytes);
  const pixels = new Int16Array(memory.buffer);
  const sums = new Uint32Array(memory.buffer, sumsAt, TILE_ROWS * PANEL_QUERIES);
  const squares = new Float64Array(sums.length);
  const sumTile = makeSumKernel(memory, "pixel difference");
  for (let query = 0; query < queries.rows; query++) {
    const panel = (panelsAt + Math.floor(query / PANEL_QUERIES) * panelBytes) / 2;
    const place = panel + query % PANEL_QUERIES * PIXELS_OF_STEP;
    for (let k = 0; k < columns; k++) {
      const step = Math.floor(k / PIXELS_OF_STEP) * PANEL_QUERIES * PIXELS_OF_STEP;
      pixels[place + step + k % PIXELS_OF_STEP] = queries.data[query * columns + k];
    }
  }

  function sumSquares(quad: number, panel: number): void {
    squares.fill(0);
    for (let step = 0; step < depth; step += STEPS_OF_BLOCK) {
      sumTile(
        quad * TILE_ROWS * rowBytes + step * STEP_BYTES,
        rowBytes,
        panelsAt + panel * panelBytes + step * PANEL_QUERIES * STEP_BYTES,
        Math.min(STEPS_OF_BLOCK, depth - step),
        sumsAt,
      );
      for (let i = 0; i < sums.length; i++) squares[i] += sums[i];
    }
  }

  for (let first = 0; first < training.rows; first += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, training.rows - first);
    for (let row = 0; row < rows; row++) {
      const from = (first + row) * columns;
      pixels.set(training.data.subarray(from, from + columns), row * rowBytes / 2);
    }
    for (let panel = 0; panel < panelCount; panel++) {
      const queryEnd = Math.min(PANEL_QUERIES, queries.rows - panel * PANEL_QUERIES);
      for (let quad = 0; quad * TILE_ROWS < rows; quad++) {
        sumSquares(quad, panel);
        const rowEnd = Math.min(TILE_ROWS, rows - quad * TILE_ROWS);
        for (let r = 0; r < rowEnd; r++) {
          for (let q = 0; q < queryEnd; q++) {
            const row = first + quad * TILE_ROWS + r;
            visit(panel * PANEL_QUERIES + q, row, squares[r * PANEL_QUERIES + q]);
          }
        }
      }
    }
  }
}
