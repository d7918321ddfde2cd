/** How a training ended, as the stage `train-gan` wrote it. */
export interface Outcome {
  readonly status: "done" | "diverged";
  /** The last step. */
  readonly step: number;
  /** Why it diverged. */
  readonly reason?: string;
}

/** Reads `outcome.json`. */
export async function readOutcome(path: string): Promise<Outcome> {
  return JSON.parse(await Deno.readTextFile(path));
}
