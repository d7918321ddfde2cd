import { basename, dirname, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Experiment } from "./experiment.ts";
import { findNearest } from "./find_nearest.ts";
import { isObject } from "./json.ts";
import { describeValue } from "./describe_value.ts";
import { parseExperiment, type ParseExperimentOptions } from "./parse.ts";
import { SpecError } from "./spec_error.ts";

const EXTENSIONS: readonly string[] = [".ts", ".mts", ".js", ".mjs"];
const WANTED = "export default defineExperiment({ … }) is wanted";

/** Options of {@linkcode loadExperiment}. */
export type LoadExperimentOptions = Omit<ParseExperimentOptions, "file">;

/**
 * Imports a spec, which may lie anywhere on disk, and resolves it. Its code runs with the
 * permissions of this process, and is imported once in its life.
 *
 * @param path Path of a TypeScript or JavaScript module, from the working directory or absolute.
 * @param options What the command line changes.
 * @returns The resolved experiment.
 * @throws {SpecError} If there is no such file, it cannot be imported, has no experiment as its
 * default export, or the experiment is wrong.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { loadExperiment } from "./load_experiment.ts";
 *
 * await assertRejects(() => loadExperiment("/no/such/spec.ts"), Error, "there is no such file");
 * ```
 */
export async function loadExperiment(
  path: string,
  options: LoadExperimentOptions = {},
): Promise<Experiment> {
  await checkSpecFile(path);
  const module = await importModule(path);
  if (!Object.hasOwn(module, "default")) {
    throw new SpecError([`Cannot read "${path}": it has no default export; ${WANTED}`]);
  }
  if (!isObject(module.default)) {
    const found = describeValue(module.default);
    throw new SpecError([`Cannot read "${path}": its default export is ${found}; ${WANTED}`]);
  }
  return parseExperiment(module.default, { ...options, file: path });
}

/**
 * Checks that a spec could be read from a path.
 *
 * @param path From the working directory or absolute.
 * @throws {SpecError} If there is no such file, with the nearest there is; or if it is a folder or no module.
 */
export async function checkSpecFile(path: string): Promise<void> {
  let isFile: boolean;
  try {
    isFile = (await Deno.stat(path)).isFile;
  } catch (error) {
    throw new SpecError([await explainMissing(path, error)], { cause: error });
  }
  if (!isFile) {
    throw new SpecError([
      `Cannot read "${path}": it is a folder; a file such as ${await listSpecs(path)} is wanted`,
    ]);
  }
  if (!EXTENSIONS.includes(extname(path))) {
    const found = extname(path) === "" ? "it has no extension" : `it is a ${extname(path)} file`;
    throw new SpecError([
      `Cannot read "${path}": ${found}; a module ending in ${EXTENSIONS.join(", ")} is wanted`,
    ]);
  }
}

async function explainMissing(path: string, error: unknown): Promise<string> {
  if (!(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory)) {
    return `Cannot read "${path}": ${(error as Error).message}`;
  }
  const missing = `Cannot read "${path}": there is no such file`;
  const nearest = findNearest(basename(path), await listModules(dirname(path)));
  if (nearest === undefined) return `${missing}; the path of a spec is wanted`;
  return `${missing}. Did you mean "${join(dirname(path), nearest)}"?`;
}

async function listSpecs(folder: string): Promise<string> {
  const names = await listModules(folder);
  const shown = names.length === 0 ? ["experiments/mode-collapse.ts"] : names.slice(0, 5);
  return shown.map((name) => `"${names.length === 0 ? name : join(folder, name)}"`).join(", ");
}

async function listModules(folder: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.map(({ name }) => name).filter((name) => EXTENSIONS.includes(extname(name)))
      .sort();
  } catch {
    return [];
  }
}

async function importModule(path: string): Promise<Record<string, unknown>> {
  const url = pathToFileURL(resolve(path)).href;
  try {
    return await import(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : `it threw ${describeValue(error)}`;
    const place = findPlace(error, url);
    throw new SpecError([
      `Cannot import "${path}"${place}: ${
        joinLines(reason)
      }. A module that imports without error is wanted`,
    ], { cause: error });
  }
}

// Syntax errors name the place in their message, others in their stack.
function findPlace(error: unknown, url: string): string {
  const frames = error instanceof Error ? (error.stack ?? "").slice(error.message.length) : "";
  const at = frames.indexOf(`${url}:`);
  const match = at < 0 ? null : /^:(\d+):\d+/.exec(frames.slice(at + url.length));
  return match === null ? "" : ` (line ${match[1]})`;
}

function joinLines(text: string): string {
  return stripVTControlCharacters(text).split("\n").map((line) => line.trim()).filter((line) =>
    line !== ""
  ).join(" ")
    .replace(/\.$/, "");
}
