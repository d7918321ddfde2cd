import { CsvParser } from "./csv_parser.ts";

/**
 * Reads a file that {@linkcode writeCsv} wrote, however long, without ever holding its text.
 *
 * @param path The file.
 * @returns Columns by name.
 * @throws {SyntaxError} Naming the line, when a row has another length or a cell is no number.
 */
export async function readCsv(path: string): Promise<Record<string, Float64Array<ArrayBuffer>>> {
  const parser = new CsvParser();
  const file = await Deno.open(path);
  for await (const piece of file.readable.pipeThrough(new TextDecoderStream())) parser.push(piece);
  return parser.finish();
}
