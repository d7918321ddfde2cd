/// <reference lib="dom" />

/** A table as text: what stands in its cells, without the page's own buttons. */
export interface PlainTable {
  /** As it is read. */
  readonly shown: string[][];
  /** With full values; both ends of each interval, and the count of its seeds, in columns of their own. */
  readonly full: string[][];
}

/** Reads a table's cells in the order in which they stand now. A cell of several columns is followed by empty ones. */
export function readTable(table: HTMLTableElement): PlainTable {
  const rows = [...table.rows].map((row) => ({ row, cells: listCells(row) }));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const parts = Array.from({ length: width }, (_, at) => [
    ...new Set(rows.flatMap(({ cells }) => cells[at] ? [...readParts(cells[at]).keys()] : [])),
  ]);
  const full = rows.map(({ row, cells }) =>
    cells.flatMap((cell, at) => {
      if (cell === null) return ["", ...parts[at].map(() => "")];
      const text = readText(cell), found = readParts(cell), { unit } = cell.dataset;
      const head = unit === undefined ? text : `${text} (${unit})`;
      return row.parentElement === table.tHead
        ? [head, ...parts[at].map((name) => `${head} ${name}`)]
        : [readNumber(cell) ?? text, ...parts[at].map((name) => found.get(name) ?? "")];
    })
  );
  return {
    shown: rows.map(({ cells }) => cells.map((cell) => cell ? readText(cell) : "")),
    full,
  };
}

/** The cells of a row, null where one reaches over from the left. */
export function listCells(row: HTMLTableRowElement): (HTMLTableCellElement | null)[] {
  return [...row.cells].flatMap((cell) => [cell, ...Array<null>(cell.colSpan - 1).fill(null)]);
}

/** What is read in a cell. */
export function readText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  copy.querySelectorAll("button, .unseen, svg, [popover]").forEach((part) => part.remove());
  // What stands on a line of its own.
  copy.querySelectorAll(".between").forEach((part) => part.before(" "));
  return copy.textContent!.replace(/\s+/g, " ").trim();
}

/** The full value of a cell that says one number; what stands between or beside is no part of it. */
export function readNumber(cell: Element): string | null {
  const means = [...cell.querySelectorAll(".mean data")];
  const numbers = means.length > 0 ? means : [...cell.querySelectorAll("data:not([data-high])")]
    .filter((number) => number.closest(".between, .unit, .diverged") === null);
  return numbers.length === 1 ? numbers[0].getAttribute("value") : null;
}

/** What of a cell gets columns of its own: the ends of its only interval, and the count of seeds. */
export function readParts(cell: Element): Map<string, string> {
  const intervals = [...cell.querySelectorAll("data[data-high]")];
  const count = cell.querySelector(".count data");
  const parts = new Map<string, string>();
  if (intervals.length === 1) {
    parts.set("low", intervals[0].getAttribute("value")!);
    parts.set("high", intervals[0].getAttribute("data-high")!);
  }
  if (count !== null) parts.set("n", count.getAttribute("value")!);
  return parts;
}
