import { PAGE_STYLE } from "./page_style.ts";
import { PALETTE } from "./palette.ts";

/** A figure of a report as a file of its own. */
export interface ExtractedFigure {
  /** File name without its ending: letters, digits and hyphens. */
  readonly name: string;
  /** A vector figure, which needs nothing else. */
  readonly svg?: string;
  /** A grid of images, as PNG. */
  readonly png?: Uint8Array;
  /** In pixels, as the page lays it out. */
  readonly width: number;
  readonly height: number;
}

const VECTOR = /<svg class="(chart|graph|scatter)"([^>]*)>([\s\S]*?)<\/svg>/g;
const PICTURE =
  /<img src="data:image\/png;base64,([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]*)"/g;
const FONT = `"Liberation Sans", Arial, sans-serif`;

/**
 * Takes the figures out of a published report: charts, the graph of stages and plots of points as SVG in the page's light
 * colours, grids of images as PNG.
 *
 * @param html A report.
 * @returns Figures in the order of the page; names are unique.
 */
export function extractFigures(html: string): ExtractedFigure[] {
  const realPoints = /<path id="real-points"[^>]*\/>/.exec(html)?.[0] ?? "";
  const names = new Set<string>();
  const vectors = [...html.matchAll(VECTOR)].map(([, kind, attributes, content]) => {
    const [, , width, height] = readAttribute(attributes, "viewBox").split(" ").map(Number);
    const id = readAttribute(attributes, "id") || readAttribute(attributes, "aria-label");
    const whole = content.replace(/<use [^>]*href="#real-points"\/>/, realPoints);
    return {
      name: nameUniquely(id, names),
      svg: makeStandalone(whole, { kind, attributes, width, height }),
      width,
      height,
    };
  });
  const pictures = [...html.matchAll(PICTURE)].map(([, data, width, height, alt]) => ({
    name: nameUniquely(alt, names),
    png: Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)),
    width: Number(width),
    height: Number(height),
  }));
  return [...vectors, ...pictures];
}

function readAttribute(attributes: string, name: string): string {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

function nameUniquely(text: string, taken: Set<string>): string {
  const slug = text.replace(/&\w+;/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "").slice(0, 80) || "figure";
  let name = slug;
  for (let count = 2; taken.has(name); count++) name = `${slug}-${count}`;
  taken.add(name);
  return name;
}

function makeStandalone(
  content: string,
  { kind, attributes, width, height }: {
    readonly kind: string;
    readonly attributes: string;
    readonly width: number;
    readonly height: number;
  },
): string {
  const rules = PAGE_STYLE.split("\n").filter((line) => new RegExp(`^\\.${kind} [^{]`).test(line));
  const style = rules.length > 0 ? `<style>${rules.join("")}</style>` : "";
  const label = readAttribute(attributes, "aria-label");
  return resolveColors(
    `<svg xmlns="http://www.w3.org/2000/svg" class="${kind}" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" font-family='${FONT}' role="img" aria-label="${label}">${style}` +
      `<path d="M0 0h${width}v${height}h-${width}z" fill="var(--paper)"/>${
        content.replace(/ data-[a-z]+="[^"]*"/g, "")
      }</svg>\n`,
  );
}

function resolveColors(svg: string): string {
  return svg.replace(
    /var\(--([\w-]+)\)/g,
    (whole, name: string) => name in PALETTE ? PALETTE[name as keyof typeof PALETTE][0] : whole,
  );
}
