const LEAST_ROOM = 256;

/** A column that grows. */
type Column = Float64Array<ArrayBuffer>;

/**
 * Reads a table of numbers piece by piece into typed columns, so that a long one never stands in memory as text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CsvParser } from "./csv_parser.ts";
 *
 * const parser = new CsvParser();
 * for (const piece of ["step,lo", "ss\n1,0.", "5\n2,0.25\n"]) parser.push(piece);
 * assertEquals(parser.finish().loss, Float64Array.of(0.5, 0.25));
 * ```
 */
export class CsvParser {
  #names: readonly string[] | null = null;
  #columns: Column[] = [];
  #rowCount = 0;
  #line = 0;
  /** The first blank line since the last row; blank lines may only end the text. */
  #blank: number | null = null;
  /** What follows the last line end. */
  #rest = "";

  /**
   * Takes the next piece.
   *
   * @param text Any part of the table, which may end within a line.
   * @throws {SyntaxError} Naming the line, when a row has another length than the head, or a cell is no number.
   */
  push(text: string): void {
    const whole = this.#rest + text;
    let start = 0;
    for (let end = whole.indexOf("\n"); end >= 0; end = whole.indexOf("\n", start)) {
      this.#readLine(whole.slice(start, end));
      start = end + 1;
    }
    this.#rest = whole.slice(start);
  }

  /**
   * Ends the table.
   *
   * @returns Columns by name.
   * @throws {SyntaxError} As {@linkcode push} does.
   */
  finish(): Record<string, Column> {
    if (this.#rest.trim() !== "" || this.#names === null) this.#readLine(this.#rest);
    this.#rest = "";
    this.#resize(this.#rowCount);
    return Object.fromEntries(this.#names!.map((name, at) => [name, this.#columns[at]]));
  }

  #readLine(line: string): void {
    this.#line++;
    if (this.#names === null) {
      this.#names = line.trimEnd().split(",");
      this.#columns = this.#names.map(() => new Float64Array(LEAST_ROOM));
      return;
    }
    if (line.trim() === "") {
      this.#blank ??= this.#line;
      return;
    }
    const names = this.#names;
    const cells = line.split(",");
    if (this.#blank !== null || cells.length !== names.length) {
      throw new SyntaxError(
        `Cannot read line ${this.#blank ?? this.#line}: it has ${
          this.#blank === null ? cells.length : 1
        } cells, ${names.length} are wanted`,
      );
    }
    if (this.#rowCount === this.#columns[0].length) this.#resize(2 * this.#rowCount);
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      const value = Number(cell);
      if (cell.trim() === "" || (Number.isNaN(value) && cell.trim() !== "NaN")) {
        throw new SyntaxError(`Cannot read line ${this.#line}: "${cell}" must be a number`);
      }
      this.#columns[column][this.#rowCount] = value;
    }
    this.#rowCount++;
  }

  /** Moves the columns, so that the memory of the old ones is free at once. */
  #resize(length: number): void {
    this.#columns = this.#columns.map(({ buffer }) =>
      new Float64Array(buffer.transfer(length * Float64Array.BYTES_PER_ELEMENT))
    );
  }
}
