import type { CommandOptions } from "./options.ts";

/** Commands as a person would type them. */
export interface DescribedCommand {
  /** Repeats the run. */
  readonly command: string;
  /** Checks its artifacts. */
  readonly verifyCommand: string;
}

/** What repeats a run, with all that decides about its results, and what checks it. */
export function describeCommand(options: CommandOptions): DescribedCommand {
  const switches = [
    ...(options.preset === undefined ? [] : [formatPreset(options.preset)]),
    ...(options.seeds === undefined ? [] : [`--seeds ${options.seeds.join(",")}`]),
  ];
  return {
    command: ["deno task run", ...options.specs, ...switches].join(" "),
    verifyCommand: options.results === undefined
      ? "deno task verify"
      : `deno task verify ${options.results}`,
  };
}

function formatPreset(name: string): string {
  return name === "quick" ? "--quick" : `--preset ${name}`;
}
