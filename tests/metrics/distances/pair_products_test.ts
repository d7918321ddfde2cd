import { assertEquals } from "@std/assert";
import { makePairScan, scanPairProducts } from "../../../src/metrics/distances/pair_products.ts";
import { makePoints } from "../make_points.ts";

for (const [n, m, d] of [[1, 1, 1], [5, 3, 2], [17, 33, 4], [40, 21, 131]]) {
  Deno.test(`scanPairProducts() gives the bits of a plain loop, once a pair, ${n} × ${m} × ${d}`, () => {
    const rows = makePoints({ rows: n, columns: d, seed: n });
    const columns = makePoints({ rows: m, columns: d, seed: m });
    const products = new Float64Array(n * m);
    const visits = new Uint8Array(n * m);
    scanPairProducts(rows, columns, (row, column, product) => {
      products[row * m + column] = product;
      visits[row * m + column]++;
    });
    const plain = Float64Array.from({ length: n * m }, (_, pair) => {
      let sum = 0;
      for (let k = 0; k < d; k++) {
        sum += rows.data[Math.floor(pair / m) * d + k] * columns.data[(pair % m) * d + k];
      }
      return sum;
    });
    assertEquals(products, plain);
    assertEquals([...visits], Array(n * m).fill(1));
  });
}

Deno.test("scanPairProducts() visits each pair above the diagonal once", () => {
  const set = makePoints({ rows: 39, columns: 3 });
  const pairs = new Set<number>();
  let visits = 0;
  scanPairProducts(set, set, (row, column) => {
    visits++;
    if (row < column) pairs.add(row * 39 + column);
  }, { isAbove: true });
  assertEquals([visits, pairs.size], [39 * 38 / 2, 39 * 38 / 2]);
});

Deno.test("makePairScan() keeps nothing of the sets before", () => {
  const [first, second] = [1, 2].map((seed) => makePoints({ rows: 6, columns: 5, seed }));
  const list = (scan: typeof scanPairProducts, set: typeof first) => {
    const products: number[] = [];
    scan(set, set, (_row, _column, product) => products.push(product));
    return products;
  };
  const scanPairs = makePairScan(first, first);
  for (const set of [first, second, first]) {
    assertEquals(list(scanPairs, set), list(scanPairProducts, set));
  }
});
