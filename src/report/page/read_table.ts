/// <reference lib="dom" />

/** A table as text: what stands in its cells, without the page's own buttons. */
export interface PlainTable {
  /** As it is read. */
  readonly shown: string[][];
  /** With full values, and both ends of each interval in columns of their own. */
  readonly full: string[][];
}

/** Reads a table's cells in the order in which they stand now. */
export function readTable(table: HTMLTableElement): PlainTable {
  const read = (cell: Element): string => {
    const copy = cell.cloneNode(true) as Element;
    copy.querySelectorAll("button, .unseen, svg, [popover]").forEach((part) => part.remove());
    return copy.textContent!.replace(/\s+/g, " ").trim();
  };
  const rows = [...table.rows];
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const bounded = Array.from(
    { length: width },
    (_, at) => rows.some((row) => row.cells[at]?.dataset.low !== undefined),
  );
  const full = rows.map((row) =>
    [...row.cells].flatMap((cell, at) => {
      const isHead = row.parentElement === table.tHead;
      const text = isHead
        ? read(cell)
        : cell.querySelector("data")?.getAttribute("value") ?? read(cell);
      if (!bounded[at]) return [text];
      return isHead
        ? [text, `${text} low`, `${text} high`]
        : [text, cell.dataset.low ?? "", cell.dataset.high ?? ""];
    })
  );
  return { shown: rows.map((row) => [...row.cells].map(read)), full };
}
