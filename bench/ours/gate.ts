/**
 * Lets a loop go on for as many steps as are asked for, and stand still in between: so the loop that users run is the loop
 * that is measured.
 */
export class Gate {
  readonly #start: (gate: Gate) => Promise<unknown>;
  #ended: Promise<never> | undefined;
  #target = 0;
  #opened = Promise.withResolvers<void>();
  #reached = Promise.withResolvers<void>();

  /** @param start Starts the loop, whose steps count from 1; it must await {@linkcode pass} where {@linkcode stopsAt}. */
  constructor(start: (gate: Gate) => Promise<unknown>) {
    this.#start = start;
  }

  /**
   * Takes steps.
   *
   * @param count How many, > 0.
   * @throws {Error} What the loop throws, or that it ended before.
   */
  async run(count: number): Promise<void> {
    this.#target += count;
    this.#reached = Promise.withResolvers<void>();
    if (this.#ended === undefined) {
      this.#ended = this.#start(this).then(() => {
        throw new Error("Cannot take another step: the loop has ended");
      });
    } else {
      this.#opened.resolve();
    }
    await Promise.race([this.#reached.promise, this.#ended]);
  }

  /** Whether the loop has to stand still after this step. */
  stopsAt(step: number): boolean {
    return step >= this.#target;
  }

  /** Waits after a step, if it is the last one asked for, until others are. */
  pass(step: number): Promise<void> | void {
    if (!this.stopsAt(step)) return;
    this.#opened = Promise.withResolvers<void>();
    this.#reached.resolve();
    return this.#opened.promise;
  }
}
