/** The part of a record that {@linkcode listDiffering} reads. */
export interface RecordedDigests {
  readonly outputs: Readonly<Record<string, { readonly digest: string }>>;
}

/**
 * Lists the artifacts in which two results of one key differ, where they should not.
 *
 * @param first A record.
 * @param second Another record of the same key.
 * @param volatile Artifacts that differ from run to run, as those that record time.
 * @returns Names of artifacts, sorted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listDiffering } from "./list_differing.ts";
 *
 * const make = (model: string, time: string) => ({
 *   outputs: { model: { digest: model }, time: { digest: time } },
 * });
 * assertEquals(listDiffering(make("1", "2"), make("1", "3"), ["time"]), []);
 * assertEquals(listDiffering(make("1", "2"), make("4", "2"), ["time"]), ["model"]);
 * ```
 */
export function listDiffering(
  first: RecordedDigests,
  second: RecordedDigests,
  volatile: readonly string[],
): string[] {
  return [...new Set([...Object.keys(first.outputs), ...Object.keys(second.outputs)])]
    .filter((name) => !volatile.includes(name))
    .filter((name) => first.outputs[name]?.digest !== second.outputs[name]?.digest)
    .sort();
}
