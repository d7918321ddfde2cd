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

Deno.test("readCsv() never holds the text of a long file: 30 MB of it fit beside a heap of 24 MB", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/history.csv`;
  const rows = Array.from({ length: 5_000 }, (_, row) => [row, 1 / (row + 3), 1 / (row + 7)]);
  const [head, ...lines] = writeCsv(["step", "loss", "norm"], rows).split("\n");
  await Deno.writeTextFile(path, `${head}\n${`${lines.join("\n")}`.repeat(130)}`);
  const { size } = await Deno.stat(path);
  assertEquals(size > 28e6, true, `${size} bytes`);
  const module = new URL("../../src/formats/read_csv.ts", import.meta.url).href;
  const script = `${folder}/read.ts`;
  await Deno.writeTextFile(
    script,
    `import { readCsv } from "${module}"; console.log((await readCsv(Deno.args[0])).loss.length);`,
  );
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--v8-flags=--max-old-space-size=24", script, path],
  }).output();
  assertEquals([code, new TextDecoder().decode(stdout)], [0, "650000\n"]);
  await Deno.remove(folder, { recursive: true });
});
