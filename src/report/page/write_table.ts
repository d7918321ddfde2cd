import type { PlainTable } from "./read_table.ts";

/** Writes a table as CSV (full values), Markdown or LaTeX (as it is read). */
export function writeTable({ shown, full }: PlainTable, format: string): string {
  if (format === "CSV") {
    const quote = (text: string): string =>
      /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    return full.map((row) => row.map(quote).join(",")).join("\n") + "\n";
  }
  const [head, ...rows] = shown;
  if (format === "Markdown") {
    const line = (cells: string[]): string =>
      `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    const rule = line(head.map((_, at) => at === 0 ? "---" : "---:"));
    return [line(head), rule, ...rows.map(line)].join("\n") + "\n";
  }
  const signs: Record<string, string> = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "−": "$-$",
    "×": "$\\times$",
    "↑": "$\\uparrow$",
    "↓": "$\\downarrow$",
  };
  const line = (cells: string[]): string =>
    cells.map((cell) => cell.replace(/[\\~^−×↑↓]|[&%$#_{}]/g, (sign) => signs[sign] ?? `\\${sign}`))
      .join(" & ") + " \\\\";
  return [
    `\\begin{tabular}{l${"r".repeat(head.length - 1)}}`,
    "\\toprule",
    line(head),
    "\\midrule",
    ...rows.map(line),
    "\\bottomrule",
    "\\end{tabular}",
    "",
  ].join("\n");
}
