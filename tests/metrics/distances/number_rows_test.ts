import { assertEquals } from "@std/assert";
import { drawIntegers } from "../../../src/engine/random.ts";
import { numberRows } from "../../../src/metrics/distances/number_rows.ts";
import { takeRows } from "../../../src/metrics/take_rows.ts";
import { makePoints } from "../make_points.ts";

Deno.test("numberRows() tells copies from other rows, across sets", () => {
  const atoms = makePoints({ rows: 40, columns: 3 });
  const draws = [1, 2].map((seed) => drawIntegers({ seed, stream: "test", step: 0 }, 500, 40));
  const sets = draws.map((draw) => takeRows(atoms, draw).data as Float64Array);
  const numbers = numberRows(sets, 3).flatMap((set) => [...set]);
  const atomOf = new Map<number, number>();
  draws.flatMap((draw) => [...draw]).forEach((atom, row) => {
    const known = atomOf.get(numbers[row]) ?? atom;
    assertEquals(known, atom);
    atomOf.set(numbers[row], atom);
  });
  assertEquals(atomOf.size, 40);
});

Deno.test("numberRows() keeps rows apart whose hashes collide in a sum", () => {
  const [numbers] = numberRows([Float64Array.of(1, 2, 2, 1, 1, 2)], 2);
  assertEquals([...numbers], [0, 1, 0]);
});
