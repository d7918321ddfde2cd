import { dirname, extname, join, relative, resolve, sep } from "node:path";
import { findPackPlace } from "../../../pipeline/archive/mod.ts";
import { listImports } from "../list_imports.ts";
import { PROJECT_ROOT } from "../places.ts";

/** Assay itself, which a spec may import from and no pack needs. */
const OWN_FOLDERS = ["src", "pipeline", "deps"].map((name) => join(PROJECT_ROOT, name) + sep);

/** A spec as it goes into a pack. */
export interface GatheredSpec {
  /** Where it is in the pack. */
  readonly path: string;
  /** It and the files that it imports from beside or below it, by their paths in the pack. */
  readonly files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  /** Files that it imports and a pack has no place for. */
  readonly leftOut: readonly string[];
}

/**
 * Gathers a spec with the files that it imports.
 *
 * @param spec Its absolute path.
 * @param experiment Name of its experiment, by which a pack calls a spec whose own name it has no place for.
 */
export async function gatherSpec(spec: string, experiment: string): Promise<GatheredSpec> {
  const root = resolve(spec);
  const placeOf = (file: string) => `specs/${relative(dirname(root), file).replaceAll(sep, "/")}`;
  const hasPlace = (file: string) => findPackPlace(placeOf(file), "") !== null;
  const path = hasPlace(root) ? placeOf(root) : `specs/${experiment}${extname(root)}`;
  const files: Record<string, Uint8Array<ArrayBuffer>> = { [path]: await Deno.readFile(root) };
  const leftOut: string[] = [];
  for (const file of await listImports(root)) {
    if (file === root || OWN_FOLDERS.some((own) => file.startsWith(own))) continue;
    if (!hasPlace(file) || placeOf(file) === path) leftOut.push(file);
    else files[placeOf(file)] = await Deno.readFile(file);
  }
  return { path, files, leftOut };
}
