import { join } from "node:path";
import { type ExtractedFigure, extractFigures } from "../report/extract_figures.ts";
import { BROWSERS } from "./doctor/check_browser.ts";
import { findProgram } from "./doctor/find_program.ts";
import { rasterizeFigures } from "./rasterize_figures.ts";
import { takePicture } from "./take_picture.ts";

/** Of the report's top: what a README shows of it. */
export const REPORT_PICTURE = { width: 1280, height: 1500, scale: 1 };

/** What {@linkcode writeFigures} wrote. */
export interface WrittenFigures {
  readonly svg: number;
  readonly png: number;
  /** Whether charts could be drawn as PNG, which takes a browser. */
  readonly hasBrowser: boolean;
}

/**
 * Writes every figure of a report into a folder: charts as SVG, and where there is a Chromium as PNG too; grids of images
 * as PNG. With a Chromium, `report.png` shows the top of the report itself.
 *
 * @param report Path of a published report.
 * @param folder Where to; made where it is missing.
 * @param browser Path of a Chromium, or null for none.
 * @returns How many files there are.
 * @throws {EnvironmentError} If the browser takes no picture; all that need none are written by then.
 */
export async function writeFigures(
  report: string,
  folder: string,
  browser: string | null = findProgram(BROWSERS),
): Promise<WrittenFigures> {
  const figures = extractFigures(await Deno.readTextFile(report));
  await Deno.mkdir(folder, { recursive: true });
  for (const { name, svg, png } of figures) {
    if (svg !== undefined) await Deno.writeTextFile(join(folder, `${name}.svg`), svg);
    if (png !== undefined) await Deno.writeFile(join(folder, `${name}.png`), png);
  }
  const vectors = figures.filter((figure): figure is ExtractedFigure & { svg: string } =>
    figure.svg !== undefined
  );
  if (browser !== null) {
    const picture = await takePicture(report, { browser, ...REPORT_PICTURE });
    await Deno.writeFile(join(folder, "report.png"), picture);
    for await (const { name, png } of rasterizeFigures(vectors, browser)) {
      await Deno.writeFile(join(folder, `${name}.png`), png);
    }
  }
  const pictures = figures.length - vectors.length;
  return {
    svg: vectors.length,
    png: pictures + (browser === null ? 0 : vectors.length + 1),
    hasBrowser: browser !== null,
  };
}
