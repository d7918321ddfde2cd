import { prepareGpu } from "../../engine/library/prepare_gpu.ts";
import type { LibraryTrial } from "../../engine/library/try_library.ts";
import { runTrial } from "./run_trial.ts";

/** What became of loading the library, and how it is to be used. */
export interface EngineTrial extends LibraryTrial {
  /** Variables of processes that compute with it. */
  readonly environment: Readonly<Record<string, string>>;
  /** One line: the device that computes, or why none does. */
  readonly note?: string;
  /** What failed on a device that looked usable; the library was then tried on the processor. */
  readonly problem?: string;
  /** Warnings and errors that the library printed. */
  readonly complaints: readonly string[];
}

/**
 * Loads libtensorflow in a process of its own, and lets it multiply: on a CUDA device where one can be used, else, and when
 * that fails, on the processor.
 *
 * @param path The library.
 * @returns What the library said of itself.
 * @throws {Error} When it cannot be loaded or computes wrongly, with the reason.
 */
export async function tryEngine(path: string): Promise<EngineTrial> {
  const { environment, note, isUsed } = await prepareGpu(path);
  let trial: EngineTrial;
  let problem: string;
  try {
    trial = await multiply(path, environment);
    if (!isUsed || trial.deviceTypes.includes("GPU")) {
      return note === undefined ? trial : { ...trial, note };
    }
    problem = trial.complaints.at(-1) ?? "libtensorflow finds no device";
  } catch (error) {
    if (!isUsed || !(error instanceof Error)) throw error;
    problem = error.message;
    trial = await multiply(path, { ...environment, ASSAY_GPU: "0" });
  }
  return { ...trial, problem, note: `Computing on the CPU: ${problem}. See deno task doctor` };
}

async function multiply(
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<EngineTrial> {
  const { trial, log } = await runTrial<LibraryTrial>(path, {
    module: new URL("../../engine/library/try_library.ts", import.meta.url).href,
    args: [path],
    environment: { TF_CPP_MIN_LOG_LEVEL: "1", ...environment },
  });
  return { ...trial, environment, complaints: listComplaints(log) };
}

/** What follows `W file:line] ` or `E file:line] ` in TensorFlow's log. */
function listComplaints(log: string): string[] {
  return [...log.matchAll(/^\S+ \S+: [WE] \S+\] (.*)$/gm)].map(([, message]) => message.trim());
}
