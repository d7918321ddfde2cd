/// <reference lib="dom" />
import { freezeSvg } from "./freeze_svg.ts";

/** Offers bytes as a download. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Loads a chart or an image of the page as a picture that a canvas can draw. */
export async function loadPicture(element: Element): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = element instanceof SVGSVGElement
    ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(freezeSvg(element))}`
    : (element as HTMLImageElement).src;
  await picture.decode();
  return picture;
}

/**
 * Draws what the films show now, side by side with their names, as a canvas: pixels of images stay square and sharp.
 *
 * @param films Figures whose shown frame, or only picture, is drawn.
 * @param heading Written above all, such as the step.
 */
export async function drawFilms(
  films: readonly Element[],
  heading: string,
): Promise<HTMLCanvasElement> {
  const side = 480;
  const gap = 24;
  const head = 76;
  const columns = Math.min(4, films.length);
  const canvas = document.createElement("canvas");
  canvas.width = columns * (side + gap) + gap;
  canvas.height = Math.ceil(films.length / columns) * (side + head) + gap + 30;
  const pen = canvas.getContext("2d")!;
  const style = getComputedStyle(document.body);
  pen.fillStyle = style.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = style.color;
  pen.font = `600 22px ${style.fontFamily}`;
  pen.fillText(heading, gap, 34);
  for (const [at, film] of films.entries()) {
    const x = gap + (at % columns) * (side + gap);
    const y = 30 + Math.floor(at / columns) * (side + head) + head;
    const name = film.querySelector("figcaption .variant, figcaption i");
    pen.filter = "none";
    pen.globalCompositeOperation = "source-over";
    pen.fillStyle = style.color;
    pen.font = `600 20px ${style.fontFamily}`;
    pen.fillText(name?.textContent?.trim() ?? "", x, y - 14, side);
    const shown = film.querySelector("[data-frame]:not([hidden])") ?? film;
    const element = shown.querySelector("img, svg.scatter");
    if (!element) continue;
    const picture = await loadPicture(element);
    const look = getComputedStyle(element);
    pen.imageSmoothingEnabled = element instanceof SVGSVGElement;
    pen.filter = look.filter;
    pen.globalCompositeOperation = look.mixBlendMode === "normal"
      ? "source-over"
      : look.mixBlendMode as GlobalCompositeOperation;
    const scale = side / Math.max(picture.naturalWidth, picture.naturalHeight);
    pen.drawImage(picture, x, y, picture.naturalWidth * scale, picture.naturalHeight * scale);
  }
  return canvas;
}
