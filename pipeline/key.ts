import { type JsonObject, type JsonValue, toCanonicalJson } from "./canonical.ts";
import { digestData } from "./digest.ts";

const KEY_VERSION = 1;
/** Above it some integers have no number of their own: 2^53 and 2^53 + 1 would be the same work. */
const LARGEST_INTEGER = Number.MAX_SAFE_INTEGER;
/** From here on JSON writes numbers as powers of ten, which nobody takes for integers. */
const LEAST_POWER = 1e21;

/** Parameters that stand for more than one work. */
export class KeyError extends TypeError {
  override readonly name = "KeyError";
}

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
 * @throws {KeyError} If a parameter is an integer past 2^53; the message has its path.
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
  refuseLargeIntegers(params, "params");
  return digestData(toCanonicalJson(["stage", KEY_VERSION, kind, params, inputs, fingerprint]));
}

function refuseLargeIntegers(value: JsonValue, path: string): void {
  const size = typeof value === "number" && Number.isInteger(value) ? Math.abs(value) : 0;
  if (size > LARGEST_INTEGER && size < LEAST_POWER) {
    throw new KeyError(
      `Cannot make a key of "${path}": it is ${value}, and integers past 2^53 stand for others too. ` +
        `A smaller number, or text, is wanted`,
    );
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    refuseLargeIntegers(member, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`);
  }
}
