const BEGIN = "<!-- bench: written by deno task bench -->";
const END = "<!-- bench: end -->";

/**
 * Puts text between the README's two marks, in place of what was there.
 *
 * @param readme The README.
 * @param text Markdown.
 * @returns The README with it.
 * @throws {Error} When a mark is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { replaceTables } from "./replace_tables.ts";
 *
 * const marks = ["<!-- bench: written by deno task bench -->", "<!-- bench: end -->"];
 * const readme = `before\n${marks[0]}\nold\n${marks[1]}\nafter\n`;
 * assertEquals(
 *   replaceTables(readme, "new"),
 *   `before\n${marks[0]}\n\nnew\n\n${marks[1]}\nafter\n`,
 * );
 * ```
 */
export function replaceTables(readme: string, text: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) {
    throw new Error(
      `Cannot write the tables into "README.md": its marks are missing. Put "${BEGIN}" and "${END}" where they go`,
    );
  }
  return `${readme.slice(0, from + BEGIN.length)}\n\n${text}\n\n${readme.slice(to)}`;
}
