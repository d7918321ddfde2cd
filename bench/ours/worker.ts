/**
 * The laboratory as a competitor: `worker.ts MODE THREADS`. One JSON object a line on stdin, one answer a line on stdout,
 * as `bench/peers/protocol.py` describes them; `fixture {work, path}`, which
 * writes what the peers start from; `describe`, which tells versions; and `memory`, which tells the most memory that the
 * process has held.
 *
 * @module
 */
import { TextLineStream } from "../text_line_stream.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";
import type { Work } from "../work.ts";
import { makeGanWorkload } from "./gan_workload.ts";
import { makeJudgeWorkload } from "./judge_workload.ts";
import { makeMetricWorkload } from "./metric_workload.ts";
import { openMode } from "./open_mode.ts";
import { makeProductWorkload } from "./product_workload.ts";
import type { Workload } from "./workload.ts";

const [mode, threads] = Deno.args;
let engine: Promise<Engine> | undefined;
let workload: Workload | undefined;

async function makeWorkload(work: Work): Promise<Workload> {
  if (work.kind === "frechet" || work.kind === "prdc") return makeMetricWorkload(work);
  const opened = await (engine ??= openMode(mode, Number(threads)));
  if (work.kind === "gan") return await makeGanWorkload(opened, work);
  if (work.kind === "judge") return await makeJudgeWorkload(opened, work);
  return makeProductWorkload(opened, work);
}

// deno-lint-ignore no-explicit-any -- what a line holds depends on what it asks for
async function answer(request: any): Promise<Record<string, unknown>> {
  if (request.do === "fixture") {
    const tensors = (await makeWorkload(request.work)).fixture();
    await Deno.writeFile(request.path, writeSafetensors({ tensors, metadata: {} }));
    return {};
  }
  if (request.do === "prepare") {
    workload = await makeWorkload(request.work);
    return {};
  }
  if (request.do === "describe") {
    const { name, version } = (await engine)!.description;
    return { versions: { [name.split("-")[0]]: version } };
  }
  if (request.do === "memory") return { peakBytes: readPeak() };
  if (request.do === "check") return { losses: workload!.check() };
  const startedAt = performance.now();
  await workload!.run(request.count);
  return { ms: performance.now() - startedAt };
}

/** Linux tells the most that was held; elsewhere it is what is held now. */
function readPeak(): number {
  if (Deno.build.os !== "linux") return Deno.memoryUsage().rss;
  const status = Deno.readTextFileSync("/proc/self/status");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024;
}

const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream()).pipeThrough(
  new TextLineStream(),
);
for await (const line of lines) {
  const result = await answer(JSON.parse(line)).catch((error) => ({
    error: error instanceof Error ? error.message : String(error),
  }));
  console.log(JSON.stringify(result));
}
