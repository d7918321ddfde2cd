import type { CommandOptions } from "./options.ts";

/** Commands as a person would type them. */
export interface DescribedCommand {
  /** Repeats the run. */
  readonly command: string;
  /** Checks its artifacts. */
  readonly verifyCommand: string;
}

/** What repeats a run, with all that decides about its results and where they are, and what checks it. */
export function describeCommand(
  { specs, preset, seeds, engine, results }: CommandOptions,
): DescribedCommand {
  const switches = [
    ...(preset === undefined ? [] : preset === "quick" ? ["--quick"] : ["--preset", preset]),
    ...(seeds === undefined ? [] : ["--seeds", seeds.join(",")]),
    ...(engine === "auto" ? [] : ["--engine", engine]),
    ...(results === undefined ? [] : ["--results", results]),
  ];
  return {
    command: formatTask("run", ...specs, ...switches),
    verifyCommand: formatVerify(results),
  };
}

/** What checks a results folder, by its path as typed; the project's own unless given. */
export function formatVerify(results: string | undefined): string {
  return formatTask("verify", ...(results === undefined ? [] : [results]));
}

/** A line that runs a task, with those words in quotes of which a shell would make something else. */
export function formatTask(...words: readonly string[]): string {
  const safe = words.map((word) =>
    /^[\w./:,=@%+~\\-]+$/.test(word) ? word : `"${word.replace(/["$`\\]/g, "\\$&")}"`
  );
  return ["deno", "task", ...safe].join(" ");
}
