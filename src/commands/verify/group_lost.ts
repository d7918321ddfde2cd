import { DiskStore } from "../../../pipeline/mod.ts";
import { type StoreVerification, surveyStore } from "../../../pipeline/verify/mod.ts";
import { listViews } from "../list_views.ts";

/**
 * Groups lost records by the experiments that they were made for: as the records say, the indexes and the views.
 *
 * @param results The results folder.
 * @param lost Keys of the records.
 * @param found What was found in the store before they were lost.
 * @returns Keys by name of the experiment; several may share one, and one that nothing names is left out.
 */
export async function groupLost(
  results: string,
  lost: ReadonlySet<string>,
  { records }: StoreVerification,
): Promise<Map<string, Set<string>>> {
  const lostBy = new Map<string, Set<string>>();
  const note = (name: string, keys: readonly (string | null)[]) => {
    const own = keys.filter((key) => key !== null && lost.has(key)) as string[];
    if (own.length > 0) lostBy.set(name, new Set([...lostBy.get(name) ?? [], ...own]));
  };
  for (const key of lost) {
    const record = records.get(key);
    if (record !== undefined) note(record.experiment, [key]);
  }
  const store = await DiskStore.open(results);
  for (const { place, name } of surveyStore(results).files) {
    if (place === "index") note(name, Object.values(await store.readIndex(name)));
  }
  for (const { name, keys } of (await listViews(results)).views) note(name, Object.values(keys));
  return lostBy;
}
