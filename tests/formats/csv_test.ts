import { assertEquals, assertThrows } from "@std/assert";
import { parseCsv, writeCsv } from "../../src/formats/csv.ts";

Deno.test("parseCsv() reads back what writeCsv() wrote, to the last bit", () => {
  const rows = [[1, 0.1], [2, 1e-300], [3, NaN], [4, -Infinity]];
  const columns = parseCsv(writeCsv(["step", "loss"], rows));
  assertEquals([...columns.step], [1, 2, 3, 4]);
  assertEquals([...columns.loss], [0.1, 1e-300, NaN, -Infinity]);
});

Deno.test("parseCsv() of a table without rows has empty columns", () => {
  assertEquals(parseCsv(writeCsv(["a", "b"], [])), {
    a: new Float64Array(),
    b: new Float64Array(),
  });
});

Deno.test("parseCsv() names the line with a cell too few", () => {
  assertThrows(
    () => parseCsv("a,b\n1,2\n3\n"),
    SyntaxError,
    "Cannot read line 3: it has 1 cells, 2 are wanted",
  );
});

Deno.test("parseCsv() names the cell that is no number", () => {
  assertThrows(() => parseCsv("a\nx\n"), SyntaxError, `Cannot read line 2: "x" must be a number`);
});

Deno.test("parseCsv() lets blank lines end a table, and nothing else", () => {
  assertEquals(parseCsv("a,b\n1,2\n\n \n"), { a: Float64Array.of(1), b: Float64Array.of(2) });
  assertThrows(
    () => parseCsv("a,b\n\n1,2\n"),
    SyntaxError,
    "Cannot read line 2: it has 1 cells, 2 are wanted",
  );
});

Deno.test("writeCsv() refuses a row of another length", () => {
  assertThrows(() => writeCsv(["a"], [[1, 2]]), RangeError, "Cannot write row 0");
});
