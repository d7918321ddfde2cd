import { assertEquals, assertThrows } from "@std/assert";
import { findNearestNeighbours } from "../../src/metrics/nearest_training_neighbour.ts";
import type { PixelMatrix } from "../../src/metrics/pixel_matrix.ts";

/** Pixels of a fixed linear congruential sequence; a share of them black, like MNIST's. */
function makePixels(rows: number, columns: number, seed: number): PixelMatrix {
  let state = seed;
  const data = Uint8Array.from({ length: rows * columns }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 31 === 1 ? 0 : state >>> 23;
  });
  return { data, rows, columns };
}

function searchPlainly(queries: PixelMatrix, training: PixelMatrix) {
  const indices: number[] = [], distances: number[] = [];
  for (let i = 0; i < queries.rows; i++) {
    let best = -1, least = Infinity;
    for (let j = 0; j < training.rows; j++) {
      let square = 0;
      for (let k = 0; k < queries.columns; k++) {
        const gap = queries.data[i * queries.columns + k] - training.data[j * queries.columns + k];
        square += gap * gap;
      }
      if (square < least) [best, least] = [j, square];
    }
    indices.push(best);
    distances.push(Math.sqrt(least) / 255);
  }
  return { indices, distances };
}

Deno.test("findNearestNeighbours() measures in pixels from 0 to 1, worked by hand", () => {
  const queries = { data: Uint8Array.of(0, 0, 255, 255), rows: 2, columns: 2 };
  const training = { data: Uint8Array.of(255, 255, 153, 204), rows: 2, columns: 2 };
  const { indices, distances } = findNearestNeighbours(queries, training);
  assertEquals([...indices], [1, 0]);
  assertEquals([...distances], [1, 0]);
});

// Tiles are 4 training rows by 8 queries by 8 pixels: every end is odd somewhere; the last two span two blocks.
for (
  const [m, n, d] of [
    ...[[1, 9, 784], [19, 40, 784], [131, 30, 49], [3, 7, 1033], [16, 5, 1]],
    ...[[1030, 3, 5], [3, 131, 20]],
  ]
) {
  Deno.test(`findNearestNeighbours() equals the plain search of ${m} in ${n} by ${d} pixels`, () => {
    const queries = makePixels(m, d, 1), training = makePixels(n, d, 2);
    const { indices, distances } = findNearestNeighbours(queries, training);
    assertEquals(
      { indices: [...indices], distances: [...distances] },
      searchPlainly(queries, training),
    );
  });
}

Deno.test("findNearestNeighbours() stays exact for white images of more pixels than a uint32 holds", () => {
  for (const columns of [1032, 65_536, 65_537, 140_001]) {
    const white = { data: new Uint8Array(2 * columns).fill(255), rows: 2, columns };
    assertEquals([...findNearestNeighbours(white, white).distances], [0, 0]);
    const black = { data: new Uint8Array(2 * columns), rows: 2, columns };
    const across = Math.sqrt(columns * 255 ** 2) / 255;
    assertEquals([...findNearestNeighbours(white, black).distances], [across, across]);
  }
});

Deno.test("findNearestNeighbours() finds every training image in itself, twins at the lower row", () => {
  const { data, rows, columns } = makePixels(20, 64, 5);
  const twice = { data: Uint8Array.of(...data, ...data), rows: 2 * rows, columns };
  const { indices, distances } = findNearestNeighbours({ data, rows, columns }, twice);
  assertEquals([...indices], Array.from({ length: rows }, (_, i) => i));
  assertEquals([...distances], Array(rows).fill(0));
});

Deno.test("findNearestNeighbours() refuses images of different size, and no training image", () => {
  assertThrows(
    () => findNearestNeighbours(makePixels(2, 4, 1), makePixels(2, 9, 1)),
    TypeError,
    'Cannot find the nearest neighbours of "[2, 4]" in "[2, 9]": their columns differ',
  );
  assertThrows(
    () => findNearestNeighbours(makePixels(2, 4, 1), makePixels(0, 4, 1)),
    RangeError,
    "there is no training row; at least 1 is wanted",
  );
  assertThrows(
    () => findNearestNeighbours({ ...makePixels(2, 4, 1), rows: 3 }, makePixels(2, 4, 1)),
    TypeError,
    "data holds 8 pixels; rows × columns = 12 are wanted",
  );
});
