/** Name of a snapshot's tensor, ordered as its step is: `step=000500`. */
export function nameSnapshot(step: number): string {
  return `step=${String(step).padStart(6, "0")}`;
}

/** The step of a snapshot's name, or `undefined` for another name. */
export function parseSnapshotName(name: string): number | undefined {
  const match = /^step=(\d+)/.exec(name);
  return match ? Number(match[1]) : undefined;
}
