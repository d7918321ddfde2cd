import { basename, join } from "node:path";
import type { OverviewData } from "../../report/overview/overview_data.ts";
import { renderOverview } from "../../report/overview/render_overview.ts";
import { listViews } from "../list_views.ts";
import { readExperiment } from "./read_experiment.ts";

/** The page of a results folder. */
export const OVERVIEW_FILE = "index.html";

/**
 * Writes the page that lists what a results folder holds. All of it comes from the view folders and the store.
 *
 * Runs that publish at the same time write whole pages one after another, and the last has seen the reports of all.
 *
 * @param results The results folder.
 * @returns Path of the page.
 */
export async function publishOverview(results: string): Promise<string> {
  const { views, broken } = await listViews(results);
  const read = await Promise.all(views.map(({ name }) =>
    readExperiment(results, name)
      .catch((error: Error) => ({ name, unreadable: error.message }))
  ));
  const age = (one: OverviewData["experiments"][number]) =>
    "unreadable" in one ? "" : one.startedAt ?? "";
  const experiments = [
    ...read.toSorted((one, other) => age(one) < age(other) ? 1 : age(one) > age(other) ? -1 : 0),
    ...broken.map(({ name, reason }) => ({ name, unreadable: reason })),
  ];
  const path = join(results, OVERVIEW_FILE);
  const draft = `${path}.${crypto.randomUUID()}.new`;
  await Deno.writeTextFile(draft, renderOverview({ place: basename(results), experiments }));
  await Deno.rename(draft, path);
  return path;
}
