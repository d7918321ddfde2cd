import { assertEquals, assertRejects } from "@std/assert";
import { CsvParser } from "../../src/formats/csv_parser.ts";
import { parseCsv, writeCsv } from "../../src/formats/csv.ts";
import { readCsv } from "../../src/formats/read_csv.ts";

Deno.test("CsvParser gives the same columns wherever its pieces are cut", () => {
  const text = writeCsv(["step", "loss"], [[1, 0.5], [20, -3e-12], [300, NaN]]);
  for (let size = 1; size <= text.length; size++) {
    const parser = new CsvParser();
    for (let at = 0; at < text.length; at += size) parser.push(text.slice(at, at + size));
    assertEquals(parser.finish(), parseCsv(text), `pieces of ${size}`);
  }
});

Deno.test("readCsv() reads a file that is longer than a piece of it, to the last bit", async () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => [row, Math.sin(row) / 7]);
  const path = await Deno.makeTempFile();
  await Deno.writeTextFile(path, writeCsv(["step", "loss"], rows));
  const { step, loss } = await readCsv(path);
  assertEquals([step.length, loss.length], [40_000, 40_000]);
  assertEquals(rows.every(([at, value], row) => step[row] === at && loss[row] === value), true);
  await Deno.writeTextFile(path, "step,loss\n1,2\n3,x\n");
  await assertRejects(() => readCsv(path), SyntaxError, `Cannot read line 3: "x" must be a number`);
  await Deno.remove(path);
});
