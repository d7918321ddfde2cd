/**
 * `deno task bench`: measures every workload beside its peers.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { findCacheFolder } from "../src/engine/library/cache_folder.ts";
import { checkParity } from "./check_parity.ts";
import { writeCosts } from "./costs/write_costs.ts";
import { Competitor } from "./competitor.ts";
import { describeMachine } from "./describe_machine.ts";
import { measureExperiment } from "./experiment/measure_experiment.ts";
import { formatTables } from "./format_tables.ts";
import { listCompetitors, type PeerPython } from "./list_competitors.ts";
import { measureRate } from "./measure_rate.ts";
import { measureWork, type WorkResult } from "./measure_work.ts";
import { type BenchOptions, HELP, parseBenchOptions } from "./options.ts";
import { ensurePeers, listPeerVersions } from "./python_environment.ts";
import { replaceTables } from "./replace_tables.ts";
import type { BenchResults } from "./results.ts";
import { measureRunner } from "./runner/measure_runner.ts";
import { WORKLOADS } from "./workloads.ts";

const ROOT = resolve(import.meta.dirname!, "..");
const RESULTS = join(ROOT, "bench", "results.json");
const README = join(ROOT, "README.md");
const USAGE_ERROR = 2;

const tell = (line: string) => console.error(line);

async function measure(options: BenchOptions): Promise<BenchResults> {
  const python = options.peers ? await ensurePeers(tell) : undefined;
  const isWanted = (name: string) => options.only === undefined || options.only.includes(name);
  const { steps, versions } = await withCompetitors(
    options,
    python,
    async (competitors, folder) => {
      const steps: WorkResult[] = [];
      for (const work of WORKLOADS.filter(({ name }) => isWanted(name))) {
        const taking = competitors.filter(({ description }) => description.takes(work));
        steps.push(await measureWork(work, taking, { rounds: options.rounds, folder, tell }));
      }
      const first = steps.length === 0 ? undefined : competitors[0];
      return { steps, versions: (await first?.ask({ do: "describe" }))?.versions ?? {} };
    },
  );
  const runner = isWanted("runner")
    ? await measureRunner({
      rounds: options.rounds,
      tell,
      ...(python === undefined ? {} : { peers: join(findCacheFolder(), "runner-peers") }),
    })
    : undefined;
  const experiment = options.experiment || options.only?.includes("experiment")
    ? await measureExperiment({ python, threads: options.threads, tell })
    : undefined;
  const rate = measureRate(steps);
  return {
    machine: describeMachine(options.threads, {
      ...versions,
      ...(python === undefined ? {} : await listPeerVersions(python)),
    }),
    rounds: options.rounds,
    steps,
    ...(rate === undefined ? {} : { rate }),
    ...(runner === undefined ? {} : { runner }),
    ...(experiment === undefined ? {} : { experiment }),
  };
}

async function withCompetitors<T>(
  options: BenchOptions,
  python: PeerPython | undefined,
  body: (competitors: readonly Competitor[], folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "assay-bench-" });
  const descriptions = listCompetitors({
    threads: options.threads,
    ...(python === undefined ? {} : { python }),
  });
  const competitors = descriptions.map((description) => new Competitor(description));
  try {
    return await body(competitors, folder);
  } finally {
    for (const competitor of competitors) await competitor.close();
    await Deno.remove(folder, { recursive: true });
  }
}

async function verify(options: BenchOptions): Promise<void> {
  const python = options.peers ? await ensurePeers(tell) : undefined;
  await withCompetitors(options, python, async (competitors, folder) => {
    const works = WORKLOADS.filter(({ name }) => options.only?.includes(name) ?? true);
    // A bare matrix product has no numbers of ours in it.
    for (const work of works.filter(({ kind }) => kind !== "product")) {
      const taking = competitors.filter(({ description }) => description.takes(work));
      for (const row of await checkParity(work, taking, folder)) {
        console.log(options.json ? JSON.stringify(row) : formatParity(row));
      }
    }
  });
}

function formatParity(row: Awaited<ReturnType<typeof checkParity>>[number]): string {
  const name = `${row.work}, ${row.name}`.padEnd(44);
  if (row.failure !== undefined) return `${name}${row.failure}`;
  return `${name}first step ${row.firstStep!.toExponential(1)}, later ${
    row.laterSteps!.toExponential(1)
  }`;
}

/** Writes the results, with the experiment of an earlier run where this one has none; and the README with peers. */
async function write(results: BenchResults, options: BenchOptions): Promise<void> {
  const earlier = await Deno.readTextFile(RESULTS).then(JSON.parse, () => ({})) as BenchResults;
  const whole = { ...results, experiment: results.experiment ?? earlier.experiment };
  await Deno.writeTextFile(RESULTS, JSON.stringify(whole, null, 2) + "\n");
  const written = [RESULTS];
  if (options.peers) {
    const readme = replaceTables(await Deno.readTextFile(README), formatTables(whole));
    await Deno.writeTextFile(README, readme);
    written.push(README);
  }
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", ...written] }).output();
  for (const path of written) tell(`wrote ${path}`);
}

async function main(args: readonly string[]): Promise<void> {
  const options = parseBenchOptions(args);
  if (options.help) return console.log(HELP);
  if (options.verify) return await verify(options);
  if (options.costs) return await writeCosts(options, { root: ROOT, tell });
  const results = await measure(options);
  console.log(options.json ? JSON.stringify(results, null, 2) : formatTables(results));
  if (options.only === undefined) await write(results, options);
}

try {
  await main(Deno.args);
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  Deno.exit(USAGE_ERROR);
}
