/// <reference lib="dom" />
import { makeControl, makeSignControl } from "./make_element.ts";
import type { PageTexts } from "./page_texts.ts";
import { readTable } from "./read_table.ts";
import { writeTable } from "./write_table.ts";

/** Copies text; where a page from disk may not use the clipboard, by way of a selection. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/** Sorts the rows of a table by a column: first the lowest on top, then the highest; pinned rows stay at the end. */
export function sortTable(table: HTMLTableElement, column: number): void {
  const heads = [...table.tHead!.rows[0].cells];
  const isDescending = heads[column].getAttribute("aria-sort") === "ascending";
  const valueOf = (row: HTMLTableRowElement): [number, string] => {
    const cell = row.cells[column];
    const number = [...cell?.querySelectorAll("data") ?? []]
      .find((one) => one.closest(".diverged") === null);
    return [Number(number?.getAttribute("value") ?? NaN), cell?.textContent?.trim() ?? ""];
  };
  const rows = [...table.tBodies[0].rows].filter((row) => row.dataset.pinned === undefined);
  const pinned = [...table.tBodies[0].rows].filter((row) => row.dataset.pinned !== undefined);
  const sign = isDescending ? -1 : 1;
  const sorted = rows.map((row) => ({ row, value: valueOf(row) })).sort((one, other) => {
    const [[a, text], [b, otherText]] = [one.value, other.value];
    if (Number.isNaN(a) && Number.isNaN(b)) return sign * text.localeCompare(otherText);
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
    return sign * (a - b);
  });
  table.tBodies[0].append(...sorted.map(({ row }) => row), ...pinned);
  heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads[column].setAttribute("aria-sort", isDescending ? "descending" : "ascending");
}

/** Gives each table its tools: sorting by a column, and copying as CSV, Markdown or LaTeX. */
export function setUpTables(texts: PageTexts): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) {
    [...table.tHead!.rows[0].cells].forEach((head, column) => {
      const button = makeSignControl("", "sort", texts, {
        className: "sort",
        onClick: () => sortTable(table, column),
      });
      const unit = head.querySelector(":scope > .unit");
      if (unit) unit.before(button);
      else head.append(button);
    });
  }
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-copy]")) {
    const bar = document.createElement("p");
    bar.className = "table-tools";
    const label = makeControl("copy", texts, { className: "", onClick: () => {} }).firstChild!;
    bar.append(label, " ");
    for (const format of ["CSV", "Markdown", "LaTeX"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tool";
      button.textContent = format;
      button.addEventListener("click", async () => {
        await copyText(writeTable(readTable(table), format));
        const done = makeControl("copied", texts, { className: "", onClick: () => {} }).firstChild!;
        button.replaceChildren("✓ ", done);
        setTimeout(() => button.textContent = format, 1600);
      });
      bar.append(button, " ");
    }
    (table.closest(".wide") ?? table).after(bar);
  }
}
