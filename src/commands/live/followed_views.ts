import { join } from "node:path";
import { JOURNAL_FOLDER } from "../../../pipeline/journal/mod.ts";
import type { LiveViews } from "../../live/live_view.ts";
import { REPORT_FILE } from "../published.ts";
import { FollowedView } from "./followed_view.ts";
import { LiveRenderer } from "./live_renderer.ts";

const INDEX_FILE = "index.html";

/** The experiments of a results folder: those that have a report, and those that have a journal. */
export class FollowedViews implements LiveViews {
  readonly #results: string;
  readonly #renderer = new LiveRenderer();
  readonly #views = new Map<string, FollowedView>();

  /** @param results The results folder. */
  constructor(results: string) {
    this.#results = results;
  }

  listNames(): string[] {
    const folders = [...Deno.readDirSync(this.#results)]
      .filter(({ name, isDirectory }) => isDirectory && !name.startsWith("."));
    return folders.map(({ name }) => name).filter((name) => this.#isView(name)).sort();
  }

  find(name: string): FollowedView | null {
    const known = this.#views.get(name);
    if (known !== undefined) return known;
    if (!this.listNames().includes(name)) return null;
    const view = new FollowedView(this.#results, name, this.#renderer);
    this.#views.set(name, view);
    return view;
  }

  readIndex(): string | null {
    try {
      return Deno.readTextFileSync(join(this.#results, INDEX_FILE));
    } catch {
      return null;
    }
  }

  /** Takes in what has happened to the experiments that are watched. */
  update(): void {
    for (const view of this.#views.values()) if (view.isWatched) view.update();
  }

  /** Whether every viewer has what is known. */
  get areSettled(): boolean {
    return [...this.#views.values()].every((view) => view.isSettled);
  }

  /** Draws no more. */
  close(): void {
    this.#renderer.close();
  }

  #isView(name: string): boolean {
    return [REPORT_FILE, JOURNAL_FOLDER].some((file) => {
      try {
        Deno.statSync(join(this.#results, name, file));
        return true;
      } catch {
        return false;
      }
    });
  }
}
