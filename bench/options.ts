import { parseArgs } from "@std/cli/parse-args";
import { WORKLOADS } from "./workloads.ts";

/** Works that are no single step. */
const OTHER_WORKS = ["runner", "experiment"];

/** A command line of the benchmark, understood. */
export interface BenchOptions {
  /** Whether PyTorch, JAX and the other peers take part. */
  readonly peers: boolean;
  /** Whether the whole mode-collapse experiment is measured too. */
  readonly experiment: boolean;
  /** Whether steps are measured against how far they look ahead and how many samples are packed. */
  readonly costs: boolean;
  /** Whether numbers are compared in place of times. */
  readonly verify: boolean;
  /** Names of works; all but the experiment unless given. */
  readonly only?: readonly string[];
  readonly rounds: number;
  readonly threads: number;
  readonly json: boolean;
  readonly help: boolean;
}

/** The text of `--help`. */
export const HELP =
  `Assay's benchmark: every workload beside PyTorch, JAX, SciPy, prdc and other runners

  deno task bench [options]

Options
  --peers         make a Python environment with the peers by pip (once, in the cache folder), and let them take part
  --experiment    measure the whole mode-collapse experiment too, cold (about ten minutes)
  --costs         measure what unrolled steps and packing cost, and write docs/costs.md (about ten minutes)
  --verify        compare the numbers that all compute from equal parameters and inputs, in place of their times
  --only WORK     some works only, separated by commas; prints, and writes no file
  --rounds N      rounds in which competitors take turns, at least 5 for a table (default: 5)
  --threads N     threads of every competitor (default: all cores)
  --json          results as JSON on stdout
  --help          this text

Works: ${[...WORKLOADS.map(({ name }) => name), ...OTHER_WORKS].join(", ")}

Examples
  deno task bench --peers                     the table of the README, in about ten minutes
  deno task bench --peers --experiment        and the whole experiment
  deno task bench --only dcgan --rounds 9     one work, ours only
  deno task bench --peers --verify            do all compute the same?
  deno task bench --costs --threads 1         steps on one thread, as runs take them

A run of all works writes bench/results.json; with --peers also the table in README.md.
pip's own variables choose where packages come from, for example PIP_INDEX_URL.`;

/**
 * Reads the command line.
 *
 * @param args Arguments.
 * @returns The options, with defaults.
 * @throws {RangeError} For an unknown option or work, or a wrong value.
 */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const parsed = parseArgs([...args], {
    boolean: ["peers", "experiment", "costs", "verify", "json", "help"],
    string: ["only", "rounds", "threads"],
    alias: { h: "help" },
    unknown: (argument) => {
      throw new RangeError(
        `Cannot read "${argument}": there is no such option. See deno task bench --help`,
      );
    },
  });
  const only = parsed.only as string | undefined;
  return {
    peers: parsed.peers === true,
    experiment: parsed.experiment === true,
    costs: parsed.costs === true,
    verify: parsed.verify === true,
    json: parsed.json === true,
    help: parsed.help === true,
    rounds: parseCount("rounds", parsed.rounds as string | undefined, 5),
    threads: parseCount(
      "threads",
      parsed.threads as string | undefined,
      navigator.hardwareConcurrency,
    ),
    ...(only === undefined ? {} : { only: only.split(",").map(checkWork) }),
  };
}

function parseCount(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new RangeError(`Cannot read "--${name}" as it must be an integer > 0: value is "${text}"`);
}

function checkWork(name: string): string {
  const known = [...WORKLOADS.map((work) => work.name), ...OTHER_WORKS];
  if (known.includes(name)) return name;
  throw new RangeError(
    `Cannot measure "${name}": there is no such work. Known are ${known.join(", ")}`,
  );
}
