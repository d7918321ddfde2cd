/**
 * `@std/cli/parse-args`, typed for the options that Assay uses. The npm mirror of the standard library
 * ships no types; where JSR is reachable, point `@std/cli/parse-args` in `deno.json` at
 * `jsr:@std/cli@1/parse-args` and delete this file.
 */
import { parseArgs as untyped } from "deno-std/cli/parse_args.js";

/** How `parseArgs` reads a command line. */
export interface ParseOptions {
  readonly boolean?: readonly string[];
  readonly string?: readonly string[];
  readonly collect?: readonly string[];
  readonly negatable?: readonly string[];
  readonly alias?: Readonly<Record<string, string>>;
  readonly default?: Readonly<Record<string, unknown>>;
  readonly stopEarly?: boolean;
  readonly unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

/** The options by name, and the other arguments under `_`. */
export type Args = Record<string, unknown> & { _: (string | number)[] };

export const parseArgs: (args: readonly string[], options?: ParseOptions) => Args =
  untyped as never;
