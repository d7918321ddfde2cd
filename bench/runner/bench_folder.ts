import { join } from "node:path";
import { runTimed } from "./run_timed.ts";

const JOBS = 2;
const CASE = join(import.meta.dirname!, "run_case.ts");

/** A process that planned or ran a graph. */
export interface MeasuredCase {
  /** Wall time of the whole process. */
  readonly elapsedMs: number;
  readonly peakRssBytes: number;
  /** How many stages have each status. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A temporary folder in which runs are measured. */
export class BenchFolder {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes the folder, which goes with this object. */
  static async open(): Promise<BenchFolder> {
    return new BenchFolder(await Deno.makeTempDir({ prefix: "assay-bench-" }));
  }

  /** Plans or runs a graph in a process of its own, which is timed as a whole; `fill` runs it without a process a stage. */
  async run(
    verb: "plan" | "run" | "fill",
    results: string,
    stageCount: number,
  ): Promise<MeasuredCase> {
    const args = ["run", "-A", "--quiet", CASE, verb, results, String(stageCount), String(JOBS)];
    const { elapsedMs, stdout } = await runTimed(Deno.execPath(), args, { cwd: this.folder });
    return { elapsedMs, ...JSON.parse(stdout) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}
