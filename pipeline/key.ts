import { type JsonObject, toCanonicalJson } from "./canonical.ts";
import { digestData } from "./digest.ts";

const KEY_VERSION = 1;

/** Everything that a stage's result depends on. */
export interface StageIdentity {
  readonly kind: string;
  readonly params: JsonObject;
  /** Digest of each input artifact and each pinned file, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Fingerprint of the code that the stage reaches. */
  readonly fingerprint: string;
}

/**
 * Names a piece of work: SHA-256 of the canonical JSON of
 * `["stage", 1, kind, params, {input: digest}, fingerprint]`.
 *
 * Inputs enter by their digests and not by the keys of the stages that made them. A stage that
 * reruns and writes the same bytes therefore leaves the keys of its dependants as they were.
 *
 * @param identity What the work depends on.
 * @returns The key, 64 lower-case hex digits.
 * @throws {TypeError} If JSON cannot hold the parameters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeStageKey } from "./key.ts";
 *
 * const key = makeStageKey({ kind: "sum", params: { a: 1, b: 2 }, inputs: {}, fingerprint: "f" });
 * const same = makeStageKey({ kind: "sum", params: { b: 2, a: 1 }, inputs: {}, fingerprint: "f" });
 * assertEquals(key, same);
 * ```
 */
export function makeStageKey(identity: StageIdentity): string {
  const { kind, params, inputs, fingerprint } = identity;
  return digestData(toCanonicalJson(["stage", KEY_VERSION, kind, params, inputs, fingerprint]));
}
