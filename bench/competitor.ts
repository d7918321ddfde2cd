import { TextLineStream } from "./text_line_stream.ts";
import type { Work } from "./work.ts";

/** How a competitor is started, and what it is called. */
export interface CompetitorDescription {
  /** `ours`, or `peers`. */
  readonly side: "ours" | "peers";
  /** The mode, or the peer's name. */
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether it takes part in a work. */
  readonly takes: (work: Work) => boolean;
}

/** An answer of `bench/peers/protocol.py` or `bench/ours/worker.ts`. */
interface Answer {
  readonly error?: string;
  readonly ms?: number;
  readonly peakBytes?: number;
  readonly losses?: number[][];
  readonly versions?: Record<string, string>;
}

/** A long-lived process that takes steps on request; started when it is first asked, and again after it has died. */
export class Competitor {
  readonly description: CompetitorDescription;
  #process: Deno.ChildProcess | undefined;
  #lines: ReadableStreamDefaultReader<string> | undefined;
  #input: WritableStreamDefaultWriter<Uint8Array> | undefined;

  constructor(description: CompetitorDescription) {
    this.description = description;
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param request One line of the protocol of `bench/peers/protocol.py`.
   * @throws {Error} What the process answers as an error, or that it has died.
   */
  async ask(request: Readonly<Record<string, unknown>>): Promise<Answer> {
    this.#start();
    const line = new TextEncoder().encode(JSON.stringify(request) + "\n");
    // A process that has died refuses the line; its end is seen below.
    await this.#input!.write(line).catch(() => {});
    const { value } = await this.#lines!.read();
    if (value === undefined) {
      const { code, signal } = await this.#process!.status;
      this.#process = undefined;
      throw new Error(`the process ended with ${signal ?? `exit code ${code}`}`);
    }
    const answer = JSON.parse(value) as Answer;
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  }

  /** Ends the process. */
  async close(): Promise<void> {
    if (this.#process === undefined) return;
    await this.#input!.close().catch(() => {});
    this.#process.kill("SIGTERM");
    await this.#process.status;
    await this.#lines!.cancel();
    this.#process = undefined;
  }

  #start(): void {
    if (this.#process !== undefined) return;
    const [program, ...args] = this.description.command;
    this.#process = new Deno.Command(program, {
      args,
      env: { TF_CPP_MIN_LOG_LEVEL: "3", ...this.description.environment },
      stdin: "piped",
      stdout: "piped",
      stderr: Deno.env.has("ASSAY_BENCH_LOG") ? "inherit" : "null",
    }).spawn();
    this.#input = this.#process.stdin.getWriter();
    this.#lines = this.#process.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(
      new TextLineStream(),
    ).getReader();
  }
}
