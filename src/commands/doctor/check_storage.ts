import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findCacheFolder } from "../../engine/library/cache_folder.ts";
import type { Check } from "./check.ts";
import { formatBytes } from "../../engine/library/format_bytes.ts";
import { measureFolder } from "../../engine/library/measure_folder.ts";

/** Room for the shipped experiments' artifacts, and for a library while it is unpacked. */
const WANTED_BYTES = { results: 1e9, cache: 1.5e9 };
/** Looking at a large store must not make `doctor` slow. */
const MEASURE_MS = 1_000;

/**
 * Disk space where results and downloads go, and what lies in the cache folder.
 *
 * @param results The results folder.
 */
export async function checkStorage(results: string): Promise<Check[]> {
  const cache = findCacheFolder();
  return await Promise.all([
    checkDisk("results disk", results, WANTED_BYTES.results, "or name another with --results"),
    checkDisk("cache disk", cache, WANTED_BYTES.cache, "or name another in ASSAY_CACHE"),
    checkCache(cache),
    checkStore(results),
  ]);
}

async function checkDisk(
  name: string,
  folder: string,
  wanted: number,
  otherwise: string,
): Promise<Check> {
  const { bavail, bsize } = await statfs(await findExisting(folder));
  const free = bavail * bsize;
  const value = `${formatBytes(free)} free in ${folder}`;
  if (free >= wanted) return { name, status: "ok", value };
  return {
    name,
    status: "warn",
    value,
    cure: `make room, ${formatBytes(wanted)} are wanted; ${otherwise}`,
  };
}

/** The folder itself, or the one that it would be made in. */
async function findExisting(folder: string): Promise<string> {
  let path = folder;
  while (!(await Deno.stat(path).catch(() => undefined))?.isDirectory && dirname(path) !== path) {
    path = dirname(path);
  }
  return path;
}

async function checkCache(folder: string): Promise<Check> {
  const libraries = join(folder, "libtensorflow");
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(libraries)) {
      if (!name.endsWith(".lock")) names.push(name);
    }
  } catch {
    return { name: "cache", status: "ok", value: `empty: ${folder}` };
  }
  const sizes = await Promise.all(
    names.sort().map(async (name) => ({
      name,
      ...await measureFolder(join(libraries, name), { limitMs: MEASURE_MS }),
    })),
  );
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const parts = sizes.map(({ name, bytes }) => `${name} ${formatBytes(bytes)}`);
  const value = `${formatBytes(total)} in ${libraries}` +
    (parts.length === 0 ? "" : `: ${parts.join(", ")}`);
  const torn = names.find((name) => name.startsWith(".fetch-") || name.endsWith(".part"));
  if (torn === undefined) return { name: "cache", status: "ok", value };
  const cure = torn.endsWith(".part")
    ? `deno task setup --cuda goes on with ${torn}; remove it if that is not wanted`
    : `remove ${torn}, unless a set-up is under way`;
  return { name: "cache", status: "warn", value, cure };
}

async function checkStore(results: string): Promise<Check> {
  const stat = await Deno.stat(results).catch(() => null);
  if (stat?.isFile) {
    const cure = "name a folder with --results";
    return { name: "results", status: "fail", value: `${results} is a file`, cure };
  }
  const { bytes, files, complete } = await measureFolder(results, { limitMs: MEASURE_MS });
  const more = complete ? "" : "more than ";
  return {
    name: "results",
    status: "ok",
    value: `${more}${formatBytes(bytes)}, ${more}${files} files, in ${results}`,
  };
}
