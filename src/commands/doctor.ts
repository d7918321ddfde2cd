import { findGpus } from "../engine/library/find_gpus.ts";
import type { Check } from "./doctor/check.ts";
import { checkBrowser } from "./doctor/check_browser.ts";
import { checkEngine } from "./doctor/check_engine.ts";
import { checkGpu } from "./doctor/check_gpu.ts";
import { checkPython } from "./doctor/check_python.ts";
import { checkRuntime } from "./doctor/check_runtime.ts";
import { checkStorage } from "./doctor/check_storage.ts";
import { findResults } from "./places.ts";
import { formatToolHelp, parseToolOptions, type ToolDescription } from "./tool_options.ts";

const DONE = 0;
const NO_ENGINE = 3;

const DOCTOR: ToolDescription = {
  verb: "doctor",
  summary: "says what this machine has, what it lacks, and what to do about it",
  options: {
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    json: { help: "one JSON object on stdout: {checks: [{name, status, value, cure?}], engine}" },
    help: { help: "this text" },
  },
  examples: ["deno task doctor", "deno task doctor --json"],
  exitCodes: "0 an engine works, 2 usage error, 3 no engine works",
};

/** `doctor`: looks at everything that a run needs; changes nothing. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const options = parseToolOptions(DOCTOR, args);
  if (options.help) {
    console.log(formatToolHelp(DOCTOR));
    return DONE;
  }
  const results = findResults(options.results as string | undefined);
  // Each takes its time waiting for a disk or a process: all at once.
  const [{ checks: engineChecks, engine }, storage, python] = await Promise.all([
    checkEngine(),
    checkStorage(results),
    checkPython(),
  ]);
  const gpu = checkGpu(engine, findGpus());
  const checks = [...checkRuntime(), ...engineChecks, gpu, ...storage, ...python, checkBrowser()];
  if (options.json) console.log(JSON.stringify({ checks, engine }));
  else console.log(formatChecks(checks));
  return engine === null ? NO_ENGINE : DONE;
}

/** A line for each check, its cure below it. */
function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, status, value, cure }) => [
    `${status.padEnd(5)} ${name.padEnd(width)}  ${value}`,
    ...(cure === undefined ? [] : [`${" ".repeat(6 + width)}  → ${cure}`]),
  ]);
  const count = (status: Check["status"]) => checks.filter((check) => check.status === status);
  const [warned, failed] = [count("warn").length, count("fail").length];
  const verdict = warned + failed === 0
    ? "All is well"
    : `${failed} failed, ${warned} to look at, ${checks.length - warned - failed} ok`;
  return [...lines, verdict].join("\n");
}
