/**
 * The runner's own cost: `deno run -A bench/runner/measure_runner.ts [--json] [--rounds N] [--peers PYTHON_ENV_FOLDER]`.
 *
 * @module
 */
import { parseArgs } from "@std/cli/parse-args";
import { join } from "node:path";
import { BenchFolder, type MeasuredCase } from "./bench_folder.ts";
import { preparePeers } from "./prepare_peers.ts";
import { type Spread, summarizeTimes } from "./summarize_times.ts";

/** One row of the runner's table: a whole process's time, or its share of one stage. */
export interface RunnerRow {
  readonly work: "no-op run" | "plan" | "executed stage";
  readonly stageCount: number;
  readonly ours: Spread & { readonly peakRssBytes: number };
  /** By name; a peer that takes too long at this size is absent. */
  readonly peers: Readonly<Record<string, Spread>>;
}

/** How to measure. */
export interface MeasureRunnerOptions {
  /** Times that each process is measured; 5 unless given. */
  readonly rounds?: number;
  /** Folder for the peers' Python environments, made by pip where it lacks them; no peers unless given. */
  readonly peers?: string;
  /** Hears a line about each row. */
  readonly tell?: (line: string) => void;
}

const ROUNDS = 5;
const SIZES = [10, 100, 1_000, 10_000];
const COLD_SIZE = 100;

/**
 * Measures whole processes that plan and run graphs of trivial stages on the real store, executor and fingerprints.
 *
 * Stores of no-op runs are filled without a process a stage, which leaves the same bytes. An executed stage's figure is a
 * cold run's wall time, start of the runner included, over the number of its stages, with two jobs.
 *
 * @param options Rounds and peers; ours and the peers' processes take turns.
 * @returns A row for each kind of work and size; milliseconds.
 */
export async function measureRunner(options: MeasureRunnerOptions = {}): Promise<RunnerRow[]> {
  const { rounds = ROUNDS, tell = () => {} } = options;
  await using bench = await BenchFolder.open();
  const peers = options.peers === undefined ? [] : await preparePeers(options.peers, bench.folder);
  const rows: RunnerRow[] = [];

  async function measure(
    row: Pick<RunnerRow, "work" | "stageCount">,
    runOurs: (round: number) => Promise<MeasuredCase>,
    runPeers: Readonly<Record<string, (round: number) => Promise<number>>>,
  ): Promise<void> {
    const ours = [];
    const times = Object.keys(runPeers).map((name) => [name, [] as number[]] as const);
    const share = row.work === "executed stage" ? row.stageCount : 1;
    for (let round = 0; round < rounds; round++) {
      ours.push(await runOurs(round));
      for (const [name, list] of times) list.push(await runPeers[name](round) / share);
    }
    const spread = summarizeTimes(ours.map(({ elapsedMs }) => elapsedMs / share));
    const peakRssBytes = Math.max(...ours.map((measured) => measured.peakRssBytes));
    const peers = Object.fromEntries(times.map(([name, list]) => [name, summarizeTimes(list)]));
    rows.push({ ...row, ours: { ...spread, peakRssBytes }, peers });
    tell(formatRow(rows[rows.length - 1]));
  }

  for (const stageCount of SIZES) {
    const results = join(bench.folder, `ours-${stageCount}`);
    await bench.run("fill", results, stageCount);
    const noOps: Record<string, () => Promise<number>> = {};
    for (const peer of peers.filter(({ largestNoOp }) => stageCount <= largestNoOp)) {
      noOps[peer.name] = await peer.prepareNoOp(stageCount);
    }
    await measure(
      { work: "no-op run", stageCount },
      () => bench.run("run", results, stageCount),
      noOps,
    );
    await measure({ work: "plan", stageCount }, () => bench.run("plan", results, stageCount), {});
  }
  await measure(
    { work: "executed stage", stageCount: COLD_SIZE },
    (round) => bench.run("run", join(bench.folder, `cold-${round}`), COLD_SIZE),
    Object.fromEntries(
      peers.map((peer) => [peer.name, (round: number) => peer.runCold(COLD_SIZE, round)]),
    ),
  );
  return rows;
}

function formatRow({ work, stageCount, ours, peers }: RunnerRow): string {
  const show = ({ minMs, medianMs }: Spread) =>
    `${medianMs.toFixed(1)} ms (min ${minMs.toFixed(1)})`;
  const others = Object.entries(peers).map(([name, spread]) => `; ${name} ${show(spread)}`).join(
    "",
  );
  const memory = `${(ours.peakRssBytes / 2 ** 20).toFixed(0)} MiB`;
  return `${work}, ${stageCount} stages: ${show(ours)}, ${memory}${others}`;
}

if (import.meta.main) {
  const { json, peers, rounds } = parseArgs(Deno.args, {
    boolean: ["json"],
    string: ["peers", "rounds"],
  });
  const rows = await measureRunner({
    tell: (line) => console.error(line),
    ...(typeof peers === "string" ? { peers } : {}),
    ...(typeof rounds === "string" ? { rounds: Number(rounds) } : {}),
  });
  if (json === true) console.log(JSON.stringify(rows, null, 1));
}
