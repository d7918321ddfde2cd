import { EnvironmentError } from "../../pipeline/mod.ts";
import { CUDA_LIBRARIES } from "../engine/library/cuda_library.ts";
import { ensureLibrary } from "../engine/library/ensure_library.ts";
import { fetchCudaLibrary } from "../engine/library/fetch_cuda_library.ts";
import type { SetupProgress } from "../engine/library/fetch_library.ts";
import { prepareGpu } from "../engine/library/prepare_gpu.ts";
import { formatToolHelp, parseToolOptions, type ToolDescription } from "./tool_options.ts";
import { formatProgress, thinProgress } from "./thin_progress.ts";
import { UsageError } from "./usage_error.ts";

const DONE = 0;

const SETUP: ToolDescription = {
  verb: "setup",
  summary: "fetches libtensorflow now, as the first run would",
  options: {
    cuda: { help: "the build for NVIDIA's GPUs: 3.0 GB to download, 4.6 GB on disk; Linux x64" },
    help: { help: "this text" },
  },
  examples: [
    "deno task setup",
    "deno task setup --cuda",
    "ASSAY_CACHE=/big/disk deno task setup --cuda   # and the same variable for every run",
  ],
  exitCodes: "0 done, 2 usage error, 3 it cannot be had",
};

/** `setup`: fetches the library that runs compute with, and prints its path. */
export async function setupCommand(args: readonly string[]): Promise<number> {
  const options = parseToolOptions(SETUP, args);
  if (options.help) {
    console.log(formatToolHelp(SETUP));
    return DONE;
  }
  const progress = makeProgress();
  try {
    const path = await (options.cuda ? fetchCuda(progress.report) : ensureLibrary(progress.report));
    progress.close();
    const { note } = await prepareGpu(path);
    if (note !== undefined) console.error(note);
    else if (options.cuda) {
      console.error("Computing on the CPU: there is no CUDA device that can be used");
    }
    console.log(path);
    return DONE;
  } catch (cause) {
    if (cause instanceof UsageError || !(cause instanceof Error)) throw cause;
    throw new EnvironmentError(cause.message, { cause });
  } finally {
    progress.close();
  }
}

async function fetchCuda(report: SetupProgress): Promise<string> {
  const platform = `${Deno.build.os}-${Deno.build.arch}`;
  const library = CUDA_LIBRARIES[platform];
  if (library === undefined) {
    throw new UsageError(
      `Cannot set up CUDA on "${platform}": the library is pinned for ${
        Object.keys(CUDA_LIBRARIES).join(", ")
      }. Without --cuda, runs compute on the CPU`,
    );
  }
  return await fetchCudaLibrary(library, report);
}

/** A line that is written anew on a terminal; else lines for a log. */
function makeProgress(): { report: SetupProgress; close: () => void } {
  const write = (text: string) => Deno.stderr.writeSync(new TextEncoder().encode(text));
  if (!Deno.stderr.isTerminal()) {
    return { report: thinProgress((line) => write(`${line}\n`)), close: () => {} };
  }
  let isOpen = false;
  return {
    report: (line, share) => {
      const { columns } = Deno.consoleSize();
      write(`\r\x1b[K${formatProgress(line, share).slice(0, columns - 1)}`);
      isOpen = true;
    },
    close: () => {
      if (isOpen) write("\n");
      isOpen = false;
    },
  };
}
