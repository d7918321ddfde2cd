import { LiveChannel } from "../../src/live/live_channel.ts";
import type { LiveView, LiveViews } from "../../src/live/live_view.ts";
import { renderLiveShell } from "../../src/live/render_live_page.ts";

/** A view of which a test says what is known. */
export interface TestView extends LiveView {
  readonly updates: number;
  readonly viewers: number;
}

/** Makes a view with the page of an experiment of which nothing is known yet. */
export function makeView(name: string): TestView {
  const counts = { updates: 0, viewers: 0 };
  return {
    name,
    channel: new LiveChannel(),
    document: renderLiveShell(name, "Does it <run>?"),
    update: () => void counts.updates++,
    addViewer: () => {
      counts.viewers++;
      return () => void counts.viewers--;
    },
    noteFetch: () => {},
    get updates() {
      return counts.updates;
    },
    get viewers() {
      return counts.viewers;
    },
  };
}

/** Views by name, without a list of their own. */
export function makeViews(...views: readonly LiveView[]): LiveViews {
  return {
    listNames: () => views.map(({ name }) => name),
    find: (name) => views.find((view) => view.name === name) ?? null,
    readIndex: () => null,
  };
}
