/**
 * One process of the bench: `run_case.ts plan|run|fill RESULTS COUNT JOBS` does with a graph of trivial stages what the command
 * line does with an experiment's, and prints how many stages have each status and the process's memory.
 */
import { join, resolve } from "node:path";
import {
  describeHost,
  DiskStore,
  LocalExecutor,
  orderGraph,
  planGraph,
  readFingerprints,
  readProject,
  runGraph,
} from "../../pipeline/mod.ts";
import { IN_PROCESS_EXECUTOR } from "./in_process_executor.ts";
import { COPY_KIND, makeFanGraph } from "./make_fan_graph.ts";

const [verb, results, count, jobs] = Deno.args;
const projectRoot = resolve(import.meta.dirname!, "../..");
const kinds = { [COPY_KIND.kind]: COPY_KIND };

const graph = orderGraph(makeFanGraph(Number(count)), kinds);
const store = await DiskStore.open(results);
const project = await readProject(join(projectRoot, "deno.json"));
const fingerprints = await readFingerprints([COPY_KIND], {
  project,
  cachePath: store.fingerprintsPath,
});
const setting = { experiment: "bench", store, fingerprints };
const plan = await planGraph(graph, setting);
const stages = verb === "plan" ? plan : await runGraph(graph, plan, {
  ...setting,
  kinds,
  project,
  executor: verb === "fill" ? IN_PROCESS_EXECUTOR : new LocalExecutor({ projectRoot }),
  jobs: Number(jobs),
  memoryMb: 10_000,
  keepGoing: false,
  environment: {},
  host: describeHost(project.lockText),
  signal: new AbortController().signal,
  onEvent: () => {},
});
const counts: Record<string, number> = {};
for (const { status } of stages) counts[status] = (counts[status] ?? 0) + 1;
console.log(JSON.stringify({ counts, peakRssBytes: readPeakRss() }));

function readPeakRss(): number {
  const match = /VmHWM:\s+(\d+) kB/.exec(Deno.readTextFileSync("/proc/self/status"));
  return Number(match![1]) * 1024;
}
