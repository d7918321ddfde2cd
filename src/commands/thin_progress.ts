import type { SetupProgress } from "../engine/library/fetch_library.ts";

/** Share of the work between two lines about it. */
const LINE_SHARE = 0.1;

/**
 * Progress for logs, which keep every line: one for each thing that is done, and one for each tenth of it.
 *
 * @param write Takes the line, with the percentage where it is known.
 * @returns Takes progress as often as it comes.
 */
export function thinProgress(write: (line: string) => void): SetupProgress {
  let [told, toldShare] = ["", -Infinity];
  return (line, share = 0) => {
    if (line === told && share - toldShare < LINE_SHARE) return;
    [told, toldShare] = [line, share];
    write(formatProgress(line, share));
  };
}

/** A line of progress with its percentage, where there is one. */
export function formatProgress(line: string, share = 0): string {
  return share > 0 ? `${line} ${Math.floor(share * 100)} %` : line;
}
