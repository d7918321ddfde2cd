import { parseArgs } from "@std/cli/parse-args";
import { closest } from "fastest-levenshtein";
import { ENGINE_NAMES, type EngineName } from "../engine/engine.ts";
import { parseSeeds } from "../experiment/parse_seeds.ts";
import { STAGE_KINDS } from "../stages/catalogue.ts";
import { parsePort } from "./parse_port.ts";
import { resolveTyped } from "./places.ts";
import { UsageError } from "./usage_error.ts";

/** An option of the command line, and its line of help. */
export interface OptionDescription {
  /** Placeholder of its value; absent for a switch. */
  readonly value?: string;
  readonly help: string;
}

/** Every option of `run` and `plan`. */
export const OPTIONS: Readonly<Record<string, OptionDescription>> = {
  results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
  jobs: { value: "N", help: "stages at once (default: the number of cores)" },
  engine: { value: "NAME", help: `auto, ${ENGINE_NAMES.join(", ")} (default: auto)` },
  seeds: { value: "LIST", help: "other seeds than the spec's, such as 1-10 or 1,2,5" },
  only: { value: "KIND", help: "this kind of stage, and what it needs" },
  figures: { value: "DIR", help: "write every figure of the report there, as SVG and PNG" },
  preset: { value: "NAME", help: "a preset of the spec, with a report of its own" },
  quick: { help: "--preset quick: fewer steps and seeds" },
  rerun: { help: "compute again what is cached (with --only: that kind)" },
  compare: { help: "with --rerun: say where new results differ from those that stand" },
  "keep-going": { help: "after a failure, go on with what does not depend on it" },
  "dry-run": { help: "say what would run, and why; run nothing" },
  live: { help: "show the run in the browser while it goes on, at an address that it tells" },
  port: { value: "N", help: "port of --live (default: the one that the results folder had)" },
  host: { value: "HOST", help: "interface of --live (default: 127.0.0.1, this machine only)" },
  json: { help: "one JSON object a line on stdout" },
  quiet: { help: "no progress; errors and the report's path only" },
  "no-progress": { help: "plain lines in place of the moving display" },
  help: { help: "this text" },
};

/** A command line, understood. */
export interface CommandOptions {
  /** Paths of spec files as typed. */
  readonly specs: readonly string[];
  readonly results?: string;
  readonly jobs: number;
  /** `"auto"`: the fastest that this machine can have. */
  readonly engine: EngineName | "auto";
  readonly seeds?: number[];
  readonly only?: string;
  /** Folder for the report's figures, absolute. */
  readonly figures?: string;
  /** Which of the spec's presets; absent: none. `--quick` is the one called "quick". */
  readonly preset?: string;
  readonly rerun: boolean;
  readonly compare: boolean;
  readonly keepGoing: boolean;
  readonly dryRun: boolean;
  readonly live: boolean;
  readonly port?: number;
  readonly host?: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly progress: boolean;
  readonly help: boolean;
}

const SWITCHES = Object.keys(OPTIONS).filter((name) => OPTIONS[name].value === undefined);
const VALUED = Object.keys(OPTIONS).filter((name) => OPTIONS[name].value !== undefined);

/**
 * Reads the arguments of a verb.
 *
 * @param args Arguments after the verb.
 * @returns The options, with defaults.
 * @throws {UsageError} For an unknown option (naming the nearest), a missing or a wrong value.
 */
export function parseOptions(args: readonly string[]): CommandOptions {
  const parsed = parseArgs(args, {
    boolean: SWITCHES,
    string: [...VALUED, "_"],
    alias: { h: "help", j: "jobs", q: "quiet" },
    unknown: (argument, key) => {
      if (key !== undefined) refuseUnknown(argument);
      return true;
    },
  });
  for (const name of VALUED) {
    if (parsed[name] === "") {
      throw new UsageError(
        `Cannot read "--${name}": it needs a value, --${name} ${OPTIONS[name].value}`,
      );
    }
  }
  const text = (name: string) => parsed[name] as string | undefined;
  return {
    specs: parsed._.map(String),
    results: text("results"),
    jobs: parseJobs(text("jobs")),
    engine: parseEngine(text("engine")),
    seeds: text("seeds") === undefined ? undefined : parseSeeds(text("seeds")!),
    only: parseOnly(text("only")),
    figures: text("figures") === undefined ? undefined : resolveTyped(text("figures")!),
    preset: choosePreset(text("preset"), parsed.quick === true),
    rerun: parsed.rerun === true,
    compare: parseCompare(parsed.compare === true, parsed.rerun === true),
    keepGoing: parsed["keep-going"] === true,
    dryRun: parsed["dry-run"] === true,
    live: parsed.live === true,
    port: parsePort(text("port")),
    host: text("host"),
    json: parsed.json === true,
    quiet: parsed.quiet === true,
    progress: parsed["no-progress"] !== true,
    help: parsed.help === true,
  };
}

function refuseUnknown(argument: string): never {
  const name = argument.replace(/^-+/, "").replace(/=.*$/s, "");
  throw new UsageError(
    `Cannot read "${argument}": there is no such option. The nearest is --${
      closest(name, Object.keys(OPTIONS))
    }`,
  );
}

function choosePreset(name: string | undefined, isQuick: boolean): string | undefined {
  if (!isQuick) return name;
  if (name === undefined || name === "quick") return "quick";
  throw new UsageError(`Cannot read "--quick": --preset is "${name}"; one of the two is wanted`);
}

function parseCompare(compare: boolean, rerun: boolean): boolean {
  if (compare && !rerun) {
    throw new UsageError(`Cannot compare what is not computed again: --rerun --compare is wanted`);
  }
  return compare;
}

function parseJobs(text: string | undefined): number {
  if (text === undefined) return navigator.hardwareConcurrency;
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1) {
    throw new UsageError(`Cannot read "--jobs": it must be an integer >= 1: value is ${text}`);
  }
  return jobs;
}

/**
 * Reads the name of an engine.
 *
 * @param text As typed; "auto" unless given.
 * @throws {UsageError} For an unknown name, with the nearest and all known ones.
 */
export function parseEngine(text: string | undefined): EngineName | "auto" {
  if (text === undefined || text === "auto") return "auto";
  const name = ENGINE_NAMES.find((known) => known === text);
  if (name === undefined) throw unknownName("--engine", text, ["auto", ...ENGINE_NAMES]);
  return name;
}

function parseOnly(text: string | undefined): string | undefined {
  if (text === undefined || Object.hasOwn(STAGE_KINDS, text)) return text;
  throw unknownName("--only", text, Object.keys(STAGE_KINDS));
}

function unknownName(option: string, value: string, known: readonly string[]): UsageError {
  return new UsageError(
    `Cannot read "${option}": value is "${value}", the nearest known one is "${
      closest(value, [...known])
    }". ` +
      `Known are ${known.join(", ")}`,
  );
}
