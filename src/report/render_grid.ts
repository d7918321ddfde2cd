import type { EncodedGrid } from "./encode_grid.ts";
import { escapeHtml } from "./escape_html.ts";

/** What a picture shows. */
export interface RenderGridOptions {
  /** Channels of the images: 3 for those in colour, which the page shows as they are, on black. Default 1. */
  readonly channels?: number;
  /** What a reader is told who does not see it. */
  readonly label: string;
}

/** Renders a grid of images as an `<img>`. */
export function renderGrid(
  { source, width, height }: EncodedGrid,
  { channels = 1, label }: RenderGridOptions,
): string {
  const kind = channels === 1 ? "" : ` class="colour"`;
  return `<img${kind} src="${source}" width="${width}" height="${height}" alt="${
    escapeHtml(label)
  }">`;
}
