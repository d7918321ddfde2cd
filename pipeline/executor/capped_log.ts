/** What is kept of the beginning and of the end, in characters. */
const HEAD_LENGTH = 64_000;
const TAIL_LENGTH = 192_000;

/** The lines that a stage printed: all, or the first and the last where they are too many. */
export class CappedLog {
  readonly #head: string[] = [];
  readonly #tail: string[] = [];
  #headLength = 0;
  #tailLength = 0;
  #droppedCount = 0;

  /** Takes a line. */
  add(line: string): void {
    if (this.#tail.length === 0 && this.#headLength + line.length <= HEAD_LENGTH) {
      this.#head.push(line);
      this.#headLength += line.length;
      return;
    }
    this.#tail.push(line.slice(-TAIL_LENGTH));
    this.#tailLength += this.#tail.at(-1)!.length;
    while (this.#tailLength > TAIL_LENGTH) {
      this.#tailLength -= this.#tail.shift()!.length;
      this.#droppedCount++;
    }
  }

  /** The last lines. */
  takeLast(count: number): string {
    return [...this.#head.slice(-count), ...this.#tail].slice(-count).join("\n");
  }

  /** What was kept. */
  toText(): string {
    const gap = this.#droppedCount === 0 ? [] : [`… ${this.#droppedCount} lines are left out …`];
    return [...this.#head, ...gap, ...this.#tail].join("\n");
  }
}
