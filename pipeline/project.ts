import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What `deno.json` and `deno.lock` say about a source tree. */
export interface Project {
  /** Folder of `deno.json`. */
  readonly root: string;
  readonly configPath: string;
  readonly imports: Readonly<Record<string, string>>;
  readonly lockText: string;
}

/** Where an import leads: to a file of the project, or to a package. */
export type ImportTarget = { readonly path: string } | { readonly external: string };

/**
 * Reads a project's import map and lock file.
 *
 * @param configPath Path of `deno.json`.
 * @returns The project; `lockText` is empty if nothing is locked.
 * @throws {Deno.errors.NotFound} If there is no such file.
 * @throws {SyntaxError} If it is not JSON.
 */
export async function readProject(configPath: string): Promise<Project> {
  const path = resolve(configPath);
  const config = JSON.parse(await Deno.readTextFile(path));
  const lockPath = join(dirname(path), config.lock?.path ?? "deno.lock");
  const lockText = await Deno.readTextFile(lockPath).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
  return { root: dirname(path), configPath: path, imports: config.imports ?? {}, lockText };
}

/** Names a file relative to the project's root, with `/` on every system. */
export function toProjectPath(project: Project, path: string): string {
  return relative(project.root, path).replaceAll("\\", "/");
}

/**
 * Follows an import specifier as Deno does: relative paths first, then the import map.
 *
 * @param project Holds the import map.
 * @param specifier What the `import` says.
 * @param importer Path of the file that says it.
 * @returns A local path, or the package specifier such as `npm:zod@4.6.7` or `node:path`.
 * @throws {ReferenceError} If the import map has no such name.
 */
export function resolveImport(
  project: Project,
  specifier: string,
  importer: string,
): ImportTarget {
  if (/^\.{0,2}\//.test(specifier)) return { path: resolve(dirname(importer), specifier) };
  if (specifier.startsWith("file:")) return { path: fileURLToPath(specifier) };
  if (/^(node|npm|jsr|https?|data):/.test(specifier)) return { external: specifier };
  const name = Object.keys(project.imports)
    .filter((name) => specifier === name || specifier.startsWith(withSlash(name)))
    .sort((left, right) => right.length - left.length)[0];
  if (name === undefined) {
    throw new ReferenceError(
      `Cannot resolve import "${specifier}" of "${toProjectPath(project, importer)}": ` +
        `it is not in the imports of deno.json`,
    );
  }
  const target = project.imports[name] + specifier.slice(name.length);
  return /^\.{1,2}\//.test(target) || isAbsolute(target)
    ? { path: resolve(project.root, target) }
    : { external: target };
}

function withSlash(name: string): string {
  return name.endsWith("/") ? name : `${name}/`;
}
