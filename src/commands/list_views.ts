import { join } from "node:path";
import { z } from "zod";
import { listFolder } from "./list_folder.ts";
import { PROVENANCE_FILE } from "./published.ts";

const provenance = z.looseObject({
  experiment: z.string(),
  keys: z.record(z.string(), z.string().nullable()),
  files: z.record(z.string(), z.string()).optional(),
});

/** What a view folder shows. */
export interface ListedView {
  /** Name of its folder. */
  readonly name: string;
  /** Keys of the records that it shows, by stage id. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** SHA-256 of its files, by path in the folder; null for a view that does not tell. */
  readonly files: Readonly<Record<string, string>> | null;
}

/** The views of a results folder. */
export interface ListedViews {
  readonly views: readonly ListedView[];
  /** Folders whose `provenance.json` cannot be read, each with why. */
  readonly broken: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Lists the view folders of a results folder: those with a `provenance.json`.
 *
 * @param results The results folder.
 * @throws {EnvironmentError} If it is there and cannot be listed.
 */
export async function listViews(results: string): Promise<ListedViews> {
  const views: ListedView[] = [];
  const broken: { name: string; reason: string }[] = [];
  const entries = await listFolder(results);
  for (const { name, isDirectory } of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    if (!isDirectory || name.startsWith(".")) continue;
    try {
      const text = await Deno.readTextFile(join(results, name, PROVENANCE_FILE));
      const { keys, files } = provenance.parse(JSON.parse(text));
      views.push({ name, keys, files: files ?? null });
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) continue;
      const reason = error instanceof z.ZodError ? error.issues[0].message : String(error);
      broken.push({ name, reason });
    }
  }
  return { views, broken };
}
