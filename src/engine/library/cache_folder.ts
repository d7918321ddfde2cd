import { join } from "node:path";

/**
 * The folder for downloads that outlive a checkout: `ASSAY_CACHE`, else the operating system's cache folder.
 *
 * @param getEnvironment Reads an environment variable.
 * @param os The operating system as Deno names it.
 * @returns An absolute path; it may not exist yet.
 * @throws {Error} When no home folder is known.
 */
export function findCacheFolder(
  getEnvironment: (name: string) => string | undefined = (name) => Deno.env.get(name),
  os: string = Deno.build.os,
): string {
  const own = getEnvironment("ASSAY_CACHE");
  if (own) return own;
  const shared = getEnvironment("XDG_CACHE_HOME");
  if (shared) return join(shared, "assay");
  const home = getEnvironment("HOME") ?? getEnvironment("USERPROFILE");
  if (home === undefined) {
    throw new Error("Cannot find a cache folder: HOME is not set. Set ASSAY_CACHE to a folder");
  }
  return os === "darwin" ? join(home, "Library", "Caches", "assay") : join(home, ".cache", "assay");
}
