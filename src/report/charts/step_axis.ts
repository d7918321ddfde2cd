/** A chart's horizontal axis of training steps. */
export interface StepAxis {
  readonly field: "step";
  readonly type: "quantitative";
  readonly scale: { readonly domain: number[]; readonly nice: false };
  readonly axis: {
    readonly title: string;
    readonly format: string;
    readonly tickCount: number;
    readonly labelFlush: boolean;
  };
}

/**
 * Makes the horizontal axis that all charts over steps share, so that their steps stand one above the other.
 *
 * @param lastStep The last step of the longest run of the experiment, or the end of an axis of time.
 * @param title What the axis shows, where it is not steps.
 * @returns A Vega-Lite position channel for the field `step`.
 */
export function makeStepAxis(lastStep: number, title?: string): StepAxis {
  return {
    field: "step",
    type: "quantitative",
    scale: { domain: [0, title === undefined ? Math.max(1, lastStep) : lastStep], nice: false },
    axis: {
      title: title ?? "step",
      format: title === undefined ? ",d" : ",~r",
      tickCount: 5,
      labelFlush: true,
    },
  };
}
