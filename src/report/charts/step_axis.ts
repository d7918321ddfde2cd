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
 * @param lastStep The last step of the longest run of the experiment.
 * @returns A Vega-Lite position channel for the field `step`.
 */
export function makeStepAxis(lastStep: number): StepAxis {
  return {
    field: "step",
    type: "quantitative",
    scale: { domain: [0, Math.max(1, lastStep)], nice: false },
    axis: { title: "step", format: ",d", tickCount: 5, labelFlush: true },
  };
}
