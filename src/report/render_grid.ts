import type { EncodedGrid } from "./encode_grid.ts";

/** What a picture shows. */
export interface RenderGridOptions {
  /** Channels of the images: 3 for those in colour, which the page shows as they are, on black. Default 1. */
  readonly channels?: number;
  /** Attributes that tell a reader who does not see it, as `renderAttribute` writes them. */
  readonly alt: string;
}

/** Renders a grid of images as an `<img>`. */
export function renderGrid(
  { source, width, height }: EncodedGrid,
  { channels = 1, alt }: RenderGridOptions,
): string {
  const kind = channels === 1 ? "" : ` class="colour"`;
  return `<img src="${source}" width="${width}" height="${height}"${alt}${kind}>`;
}
