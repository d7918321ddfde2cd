/** A search that did not reach its minimum: of the data, which may be out of reach, and of no mistake in the program. */
export class ConvergenceError extends Error {
  override readonly name = "ConvergenceError";
  /** Steps that were taken. */
  readonly stepCount: number;
  /** The largest entry of the gradient after them. */
  readonly gradient: number;
  /** The largest that was wanted. */
  readonly tolerance: number;

  /** @param state Where the search ended. */
  constructor(state: { stepCount: number; gradient: number; tolerance: number }) {
    const { stepCount, gradient, tolerance } = state;
    super(
      `Cannot minimise in "${stepCount}" steps: the gradient is ${gradient}; at most ${tolerance} is wanted`,
    );
    this.stepCount = stepCount;
    this.gradient = gradient;
    this.tolerance = tolerance;
  }
}
