/** How the strip of verdicts shows a claim; all of it is markup. */
export interface ClaimDescription {
  /** The claim as it was registered. */
  readonly sentence: string;
  /** The number that it is about, with its unit; empty where there is none. */
  readonly size: string;
  /** Interval, counts and test. */
  readonly facts: readonly string[];
  /** What the interval says, and what would decide the claim, in a sentence or two. */
  readonly reading: string;
  /** A drawing of it; empty where there is nothing to draw. */
  readonly plot: string;
}
