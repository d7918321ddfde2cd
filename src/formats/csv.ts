import { CsvParser } from "./csv_parser.ts";

/**
 * Writes a table of numbers as CSV, each as the shortest decimal that reads back the same.
 *
 * @param columns Names of the columns.
 * @param rows Rows of as many numbers.
 * @returns The text, with a newline at the end.
 * @throws {RangeError} Naming the row, when it has another length than `columns`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseCsv, writeCsv } from "./csv.ts";
 *
 * assertEquals(writeCsv(["step", "loss"], [[1, 0.5]]), "step,loss\n1,0.5\n");
 * assertEquals(parseCsv("step,loss\n1,0.5\n").loss, Float64Array.of(0.5));
 * ```
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly number[])[],
): string {
  const wrong = rows.findIndex((row) => row.length !== columns.length);
  if (wrong >= 0) {
    throw new RangeError(
      `Cannot write row ${wrong}: it has ${
        rows[wrong].length
      } numbers, ${columns.length} are wanted`,
    );
  }
  const lines = rows.map((row) => row.map(writeNumber).join(","));
  return [columns.join(","), ...lines].join("\n") + "\n";
}

/**
 * Reads a table of numbers that {@linkcode writeCsv} wrote.
 *
 * @param text The text.
 * @returns Columns by name.
 * @throws {SyntaxError} Naming the line, when a row has another length or a cell is no number.
 */
export function parseCsv(text: string): Record<string, Float64Array> {
  const parser = new CsvParser();
  parser.push(text);
  return parser.finish();
}

/** `String(-0)` is "0". */
function writeNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
