/**
 * Puts a section into a rendered report.
 *
 * @param html A report as `renderReport` returns it.
 * @param marker Where the section goes.
 * @param section Trusted markup.
 * @returns The report with the section in place of the marker.
 * @throws {Error} If the report has no place for it, or more than one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { insertSection } from "./insert_section.ts";
 *
 * assertEquals(insertSection("<p><!--here--></p>", "<!--here-->", "$1"), "<p>$1</p>");
 * ```
 */
export function insertSection(html: string, marker: string, section: string): string {
  const parts = html.split(marker);
  if (parts.length !== 2) {
    throw new Error(
      `Cannot insert a section: the report holds "${marker}" ${
        parts.length - 1
      } times; once is wanted`,
    );
  }
  return parts.join(section);
}
