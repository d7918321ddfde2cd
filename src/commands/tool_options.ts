import { parseArgs } from "@std/cli/parse-args";
import { closest } from "fastest-levenshtein";
import type { OptionDescription } from "./options.ts";
import { UsageError } from "./usage_error.ts";

/** A verb that reads its own options, as its help describes it. */
export interface ToolDescription {
  readonly verb: string;
  /** What it does, in one line. */
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionDescription>>;
  /** What it takes beside options; nothing unless given. */
  readonly operands?: {
    /** As the help shows them, such as `SPEC OUT.tar.gz`. */
    readonly names: string;
    readonly least: number;
    readonly most: number;
  };
  readonly examples: readonly string[];
  /** Its exit codes, in one line. */
  readonly exitCodes: string;
}

/** Options as typed: text for one with a value, `true` for a switch, nothing for one that is not there. */
export type ToolOptions = Readonly<Record<string, string | true | undefined>>;

/** A command line, understood. */
export interface ToolLine {
  readonly options: ToolOptions;
  /** What is no option, as typed. */
  readonly operands: readonly string[];
}

const NAME_WIDTH = 18;

/**
 * Reads the arguments of a verb that takes options only.
 *
 * @param tool The verb.
 * @param args Arguments after it.
 * @returns The options that are there.
 * @throws {UsageError} For an unknown option (naming the nearest), a missing value, or anything that is no option.
 */
export function parseToolOptions(tool: ToolDescription, args: readonly string[]): ToolOptions {
  return parseToolLine(tool, args).options;
}

/**
 * Reads the arguments of a verb.
 *
 * @param tool The verb.
 * @param args Arguments after it.
 * @returns The options that are there, and the operands.
 * @throws {UsageError} For an unknown option (naming the nearest), a missing value, or too few or many operands.
 */
export function parseToolLine(tool: ToolDescription, args: readonly string[]): ToolLine {
  const { names: wanted = "", least = 0, most = 0 } = tool.operands ?? {};
  const names = Object.keys(tool.options);
  const valued = names.filter((name) => tool.options[name].value !== undefined);
  const parsed = parseArgs(args, {
    boolean: names.filter((name) => !valued.includes(name)),
    string: [...valued, "_"],
    alias: { h: "help" },
    unknown: (argument, key) => {
      if (key === undefined) {
        if (most > 0) return true;
        throw new UsageError(`Cannot read "${argument}": ${tool.verb} takes options only`);
      }
      const typed = argument.replace(/^-+/, "").replace(/=.*$/s, "");
      throw new UsageError(
        `Cannot read "${argument}": there is no such option of ${tool.verb}. The nearest is --${
          closest(typed, names)
        }`,
      );
    },
  });
  const options: Record<string, string | true | undefined> = {};
  for (const name of names) {
    const value = parsed[name];
    if (value === "") {
      throw new UsageError(
        `Cannot read "--${name}": it needs a value, --${name} ${tool.options[name].value}`,
      );
    }
    options[name] = value === true || typeof value === "string" ? value : undefined;
  }
  const operands = parsed._.map(String);
  if (options.help !== true && (operands.length < least || operands.length > most)) {
    const found = operands.length === 0 ? "nothing" : operands.map((name) => `"${name}"`).join(" ");
    throw new UsageError(
      `Cannot ${tool.verb} ${found}: ${wanted} is wanted, as in "${tool.examples[0]}"`,
    );
  }
  return { options, operands };
}

/** The text of `VERB --help`. */
export function formatToolHelp(tool: ToolDescription): string {
  const options = Object.entries(tool.options).map(([name, { value, help }]) =>
    `  ${`--${name}${value === undefined ? "" : ` ${value}`}`.padEnd(NAME_WIDTH)}${help}`
  );
  return [
    `deno task ${tool.verb}: ${tool.summary}`,
    "",
    ...(tool.operands === undefined
      ? []
      : [`Usage: deno task ${tool.verb} ${tool.operands.names} [options]`, ""]),
    "Options",
    ...options,
    "",
    "Examples",
    ...tool.examples.map((example) => `  ${example}`),
    "",
    `Exit codes: ${tool.exitCodes}`,
    "",
  ].join("\n");
}
