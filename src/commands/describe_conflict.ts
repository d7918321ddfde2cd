import type { StageResult, Store } from "../../pipeline/mod.ts";
import { describeDifference } from "../formats/describe_difference.ts";

/**
 * Says in which bytes two results of one stage differ; both are in the store.
 *
 * @param store The store.
 * @param result A stage whose result of this run is another than the one that stands.
 * @returns A line for each artifact that differs.
 */
export async function describeConflict(
  store: Store,
  { id, record, conflict }: StageResult,
): Promise<string[]> {
  const lines = conflict!.artifacts.map(async (name) => {
    const [first, second] = [record!.outputs[name], conflict!.outputs[name]];
    if (first === undefined || second === undefined) {
      return `${id}: only one of the results has "${name}"`;
    }
    const [before, now] = await Promise.all(
      [first, second].map(({ digest }) => Deno.readFile(store.locate(digest))),
    );
    return `${id}: ${first.file} differs: ${describeDifference(before, now)}. ` +
      `First result ${first.digest}, this one ${second.digest}`;
  });
  return await Promise.all(lines);
}
