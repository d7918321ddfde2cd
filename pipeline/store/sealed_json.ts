import { digestData } from "../digest.ts";

const SEAL = /,\n "seal": "([0-9a-f]{64})"\n\}\n$/;
/** Length of what {@linkcode SEAL} matches. */
const SEAL_LENGTH = ',\n "seal": "'.length + 64 + '"\n}\n'.length;

/** A text that is not as it was written. */
export class SealError extends Error {
  override readonly name = "SealError";
}

/**
 * Writes an object as JSON whose last member is the SHA-256 of the text before it, so that a change of any byte is seen.
 *
 * @param value At least one member, none of them `seal`.
 * @returns The text, a member a line.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { openSealedJson, sealJson } from "./sealed_json.ts";
 *
 * const text = sealJson({ steps: 3 });
 * assertEquals(openSealedJson(text), { steps: 3 });
 * assertThrows(() => openSealedJson(text.replace("3", "4")), Error, "not as it was written");
 * ```
 */
export function sealJson(value: object): string {
  const body = JSON.stringify(value, null, 1).slice(0, -"\n}".length);
  return `${body},\n "seal": "${digestData(body)}"\n}\n`;
}

/**
 * Reads what {@linkcode sealJson} wrote.
 *
 * @param text The text.
 * @returns The object, without the seal.
 * @throws {SealError} If a byte of the text is another, or it is cut off.
 */
export function openSealedJson(text: string): unknown {
  const seal = SEAL.exec(text.slice(-SEAL_LENGTH))?.[1];
  const body = text.slice(0, -SEAL_LENGTH);
  if (seal === undefined) throw new SealError("it is cut off, or no text of a store");
  if (digestData(body) !== seal) throw new SealError("it is not as it was written");
  return JSON.parse(`${body}\n}`);
}
