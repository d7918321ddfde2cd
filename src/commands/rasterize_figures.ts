import { decode, encode } from "fast-png";
import { join } from "node:path";
import { takePicture } from "./take_picture.ts";

/** A vector figure. */
export interface VectorFigure {
  readonly name: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of a PNG for each pixel of the page. */
const SCALE = 2;
/** Chromium draws pictures of at most 16,384 pixels a side. */
const MOST_HEIGHT = 7000;

/**
 * Draws vector figures as PNG: many at once on a sheet that a browser takes a picture of, which is then cut up.
 *
 * @param figures Figures with unique names.
 * @param browser Path of a Chromium.
 * @returns Names and files, in order.
 * @throws {EnvironmentError} If the browser takes no picture.
 */
export async function* rasterizeFigures(
  figures: readonly VectorFigure[],
  browser: string,
): AsyncGenerator<{ readonly name: string; readonly png: Uint8Array }> {
  const folder = await Deno.makeTempDir();
  try {
    for (const sheet of fillSheets(figures)) {
      const picture = decode(await draw(sheet, { browser, folder }));
      let top = 0;
      for (const { name, width, height } of sheet) {
        const size = { width: Math.ceil(width * SCALE), height: Math.ceil(height * SCALE) };
        yield { name, png: cut(picture, { ...size, top }) };
        top += SCALE * Math.ceil(height);
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function fillSheets(figures: readonly VectorFigure[]): VectorFigure[][] {
  const sheets: VectorFigure[][] = [];
  let room = 0;
  for (const figure of figures) {
    if (figure.height > room || sheets.length === 0) {
      sheets.push([]);
      room = MOST_HEIGHT;
    }
    sheets[sheets.length - 1].push(figure);
    room -= Math.ceil(figure.height);
  }
  return sheets;
}

async function draw(
  sheet: readonly VectorFigure[],
  { browser, folder }: { readonly browser: string; readonly folder: string },
): Promise<Uint8Array> {
  const page = join(folder, "sheet.html");
  // Each figure is an image of its own, so that its style touches no other.
  const body = sheet.map(({ svg, height }) =>
    `<div style="height:${Math.ceil(height)}px"><img src="data:image/svg+xml;charset=utf-8,${
      encodeURIComponent(svg)
    }" style="display:block"></div>`
  );
  await Deno.writeTextFile(
    page,
    `<!doctype html><meta charset="utf-8"><body style="margin:0">${body.join("")}`,
  );
  const width = Math.ceil(Math.max(...sheet.map((figure) => figure.width)));
  const height = sheet.reduce((sum, figure) => sum + Math.ceil(figure.height), 0);
  return await takePicture(page, { browser, width: Math.max(width, 500), height, scale: SCALE });
}

function cut(
  picture: ReturnType<typeof decode>,
  { top, width, height }: { readonly top: number; readonly width: number; readonly height: number },
): Uint8Array {
  const { channels } = picture;
  const data = new Uint8Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    const start = ((top + row) * picture.width) * channels;
    data.set(picture.data.subarray(start, start + width * channels), row * width * channels);
  }
  return encode({ width, height, data, channels, depth: 8 });
}
