import { encodeGrid } from "./encode_grid.ts";
import { renderGrid } from "./render_grid.ts";
import type { ImageStack, PlaneSnapshot, ReportExperiment, Samples } from "./report_data.ts";
import { drawScatter, findWindow } from "./scatter_plot.ts";
import type { MessageKey } from "./text/messages.ts";
import { type PlainSlot, renderAttribute, renderMessage } from "./text/render_message.ts";

const GRID_GAP = 2;

/** What all pictures of an experiment have in common. */
export interface SampleDrawerOptions {
  readonly dataset: ReportExperiment["dataset"];
  /** Centres of a mixture's modes; empty for other data. */
  readonly centres: readonly (readonly [number, number])[];
  /** Real points, which set the window of all plots; absent for images. */
  readonly real?: Float32Array;
  /** The most images in a row of a grid, and rows of it. */
  readonly gridSide: number;
  /** Id of the real points in the page; null where it holds none. @default {"real-points"} */
  readonly realId?: string | null;
}

/** What one picture shows. */
export interface SampleDrawing {
  /** Colour of the points. */
  readonly color: string;
  /** Message that tells what is seen to those who do not see it. */
  readonly key: MessageKey;
  readonly slots: Readonly<Record<string, PlainSlot>>;
  /** Whether these are the real samples. */
  readonly isReal?: boolean;
  /** What both networks make of the plane, where it was kept. */
  readonly plane?: PlaneSnapshot;
}

/** Draws samples as a grid of images or a plot of points. */
export type DrawSamples = (samples: Samples, drawing: SampleDrawing) => string;

/**
 * Makes what draws the samples of an experiment, all to the same scale.
 *
 * @param options What the pictures share.
 * @returns A function that gives an `<img>`, an `<svg>`, or a sentence where there are no samples.
 */
export function makeSampleDrawer(options: SampleDrawerOptions): DrawSamples {
  const { dataset, centres, real = new Float32Array(0), gridSide, realId } = options;
  const window = findWindow(real, centres);
  const radius = 3 * Number(dataset.standardDeviation ?? 0);
  return (samples, { color, key, slots, isReal = false, plane }) => {
    if (samples.points) {
      const label = renderAttribute("aria-label", key, slots);
      const look = { window, color, label, centres, radius, isReal, plane };
      return drawScatter(samples.points, { ...look, ...(realId === undefined ? {} : { realId }) });
    }
    if (samples.images && samples.images.count > 0) {
      return drawImages(samples.images, gridSide, renderAttribute("alt", key, slots));
    }
    return `<p class="missing">${renderMessage("samples.none")}</p>`;
  };
}

function drawImages(images: ImageStack, gridSide: number, alt: string): string {
  const columns = Math.min(gridSide, Math.ceil(Math.sqrt(images.count)));
  const count = Math.min(images.count, columns * columns);
  const { height, width, channels = 1 } = images;
  const data = images.data.subarray(0, count * height * width * channels);
  const grid = encodeGrid({ ...images, count, data }, { columns, gap: GRID_GAP });
  return renderGrid(grid, { channels, alt });
}
