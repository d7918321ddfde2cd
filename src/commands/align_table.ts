/**
 * Puts cells below each other: a column of numbers under its head to the right, all else to the left.
 *
 * @param rows The cells; a shorter row is left as it is.
 * @returns A line for each row.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { alignTable } from "./align_table.ts";
 *
 * assertEquals(alignTable([["step", "loss"], ["1", "10.5"]]), ["step  loss", "   1  10.5"]);
 * ```
 */
export function alignTable(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  const isText: boolean[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.length === 1) continue;
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
      if (index > 0 && !isNumber(cell)) isText[column] = true;
    });
  }
  return rows.map((row) => {
    if (row.length === 1) return row[0];
    const cells = row.map((cell, column) =>
      isText[column] || rows.length === 1
        ? cell.padEnd(widths[column])
        : cell.padStart(widths[column])
    );
    return cells.join("  ").trimEnd();
  });
}

function isNumber(cell: string): boolean {
  return cell === "–" || (cell !== "" && !Number.isNaN(Number(cell)));
}
