import type { LiveChannel } from "./live_channel.ts";

/** An experiment that can be watched. */
export interface LiveView {
  /** Name of its folder among the results. */
  readonly name: string;
  readonly channel: LiveChannel;
  /** The page below the panel: the report over what is there, or what stands for it until there is anything. */
  readonly document: string;
  /** Takes in what has happened since. */
  update(): void;
  /** Notes a viewer; the function that is returned notes that it is gone. */
  addViewer(sent: () => number): () => void;
  /** Notes that a viewer has the document that is current. */
  noteFetch(): void;
}

/** Everything that a server shows. */
export interface LiveViews {
  /** Names of the experiments that can be watched, sorted. */
  listNames(): string[];
  /** Null if there is no such experiment. */
  find(name: string): LiveView | null;
  /** The page that lists all experiments; null where it was not written. */
  readIndex(): string | null;
}
