import { dirname, join, resolve } from "node:path";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import type { PeerPython } from "../list_competitors.ts";
import { runSilently } from "./run_silently.ts";

const ROOT = resolve(import.meta.dirname!, "..", "..");
const SPEC = join(ROOT, "experiments", "mode-collapse.ts");

/** Wall times of the whole mode-collapse experiment, cold. */
export interface ExperimentResult {
  readonly measuredAt: string;
  readonly ours: { readonly ms: number };
  /** By arrangement; the peer's time is the smaller one. */
  readonly peers: Readonly<Record<string, { readonly ms: number }>>;
  /** Mean over seeds of the final Fréchet distance, by variant: that both did the same work. */
  readonly frechetDistance: {
    readonly ours: Readonly<Record<string, number>>;
    readonly torch: Readonly<Record<string, number>>;
  };
}

/** How the peer uses its cores: both ways are measured. */
function listArrangements(threads: number): Record<string, { jobs: number; threads: number }> {
  return {
    [`torch, ${threads} processes of one thread`]: { jobs: threads, threads: 1 },
    [`torch, one process of ${threads} threads`]: { jobs: 1, threads },
  };
}

/**
 * Measures `deno task run experiments/mode-collapse.ts` from an empty store beside the same work in PyTorch.
 *
 * @param options The peers' Python, if they take part, the cores to use, and who hears of progress.
 * @returns Wall times of whole processes, start included.
 */
export async function measureExperiment(options: {
  readonly python?: PeerPython;
  readonly threads: number;
  readonly tell: (line: string) => void;
}): Promise<ExperimentResult> {
  const { python, threads, tell } = options;
  const folder = await Deno.makeTempDir({ prefix: "assay-bench-" });
  try {
    tell("experiment: ours");
    const args = ["task", "--quiet", "run", SPEC, "--results", join(folder, "results")];
    const ours = await runSilently(
      Deno.execPath(),
      [...args, "--engine", "tensorflow", "--jobs", String(threads), "--quiet"],
      ROOT,
    );
    const peers: Record<string, { ms: number }> = {};
    let torch: Record<string, number> = {};
    for (const [name, arrangement] of python ? Object.entries(listArrangements(threads)) : []) {
      tell(`experiment: ${name}`);
      const output = join(folder, "torch.json");
      const ms = await runSilently(python!.program, [
        join(ROOT, "bench", "peers", "mode_collapse_torch.py"),
        dirname(locateMnist().trainImages.path),
        output,
        "--jobs",
        String(arrangement.jobs),
        "--threads",
        String(arrangement.threads),
      ], ROOT);
      peers[name] = { ms };
      torch = averagePeer(JSON.parse(await Deno.readTextFile(output)));
    }
    const table = await Deno.readTextFile(
      join(folder, "results", "mode-collapse", "metrics.csv"),
    );
    return {
      measuredAt: new Date().toISOString(),
      ours: { ms: ours },
      peers,
      frechetDistance: { ours: averageOurs(table), torch },
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Rows of `variant,seed,step,samples,metric,value`. */
function averageOurs(csv: string): Record<string, number> {
  const rows = csv.trim().split("\n").map((line) => line.split(","));
  return average(
    rows
      .filter(([, , step, , metric]) => step === "final" && metric.startsWith("frechet_distance"))
      .map(([variant, , , , , value]) => [variant, Number(value)]),
  );
}

function averagePeer(report: {
  runs: { variant: string; metrics: { final: { frechet_distance: number } } }[];
}): Record<string, number> {
  return average(
    report.runs.map(({ variant, metrics }) => [variant, metrics.final.frechet_distance]),
  );
}

function average(rows: readonly (readonly [name: string, value: number])[]) {
  const groups = Map.groupBy(rows, ([name]) => name);
  return Object.fromEntries(
    [...groups].map(([name, group]) => [
      name,
      group.reduce((total, [, value]) => total + value, 0) / group.length,
    ]),
  );
}
