/**
 * Lets a loop that awaits {@linkcode pass} after each step go on for as many steps as are asked for, and stand still in
 * between: so the loop that users run is the loop that is measured.
 */
export class Gate {
  readonly #start: (pass: () => Promise<void> | void) => Promise<unknown>;
  #ended: Promise<never> | undefined;
  #left = 0;
  #opened = Promise.withResolvers<void>();
  #reached = Promise.withResolvers<void>();

  /** @param start Starts the loop; it must await `pass` after each step. */
  constructor(start: (pass: () => Promise<void> | void) => Promise<unknown>) {
    this.#start = start;
  }

  /**
   * Takes steps.
   *
   * @param count How many, > 0.
   * @throws {Error} What the loop throws, or that it ended before.
   */
  async run(count: number): Promise<void> {
    this.#left = count;
    this.#reached = Promise.withResolvers<void>();
    if (this.#ended === undefined) {
      this.#ended = this.#start(() => this.#pass()).then(() => {
        throw new Error("Cannot take another step: the loop has ended");
      });
    } else {
      this.#opened.resolve();
    }
    await Promise.race([this.#reached.promise, this.#ended]);
  }

  #pass(): Promise<void> | void {
    if (--this.#left > 0) return;
    this.#opened = Promise.withResolvers<void>();
    this.#reached.resolve();
    return this.#opened.promise;
  }
}
