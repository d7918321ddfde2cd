import { Buffer } from "node:buffer";
import { SigningError } from "./signing_error.ts";

const ALGORITHM = "Ed";
const ID_BYTES = 8;
const KEY_BYTES = 32;

/** What signatures are checked with. */
export interface PublicKey {
  /** Eight bytes that tell keys apart. */
  readonly id: Uint8Array<ArrayBuffer>;
  /** 32 bytes of Ed25519. */
  readonly key: Uint8Array<ArrayBuffer>;
}

/** Writes a public key as the text of a minisign `.pub` file. */
export function formatPublicKey({ id, key }: PublicKey): string {
  const bytes = Buffer.concat([Buffer.from(ALGORITHM), id, key]);
  return `untrusted comment: minisign public key ${showKeyId(id)}\n${bytes.toString("base64")}\n`;
}

/**
 * Reads a public key of minisign.
 *
 * @param text The text of a `.pub` file, or its second line alone.
 * @throws {SigningError} If it is none.
 */
export function parsePublicKey(text: string): PublicKey {
  const line = text.trim().split("\n").at(-1)!.trim();
  const bytes = decodeBase64(line);
  if (bytes?.length !== 2 + ID_BYTES + KEY_BYTES || bytes.toString("latin1", 0, 2) !== ALGORITHM) {
    throw new SigningError(
      "it is no public key of minisign: 56 characters that begin with RW are wanted",
    );
  }
  return {
    id: Uint8Array.from(bytes.subarray(2, 2 + ID_BYTES)),
    key: Uint8Array.from(bytes.subarray(2 + ID_BYTES)),
  };
}

/** A key's id as minisign shows it. */
export function showKeyId(id: Uint8Array): string {
  return Buffer.from(id).reverse().toString("hex").toUpperCase();
}

/** Bytes of a text in base64, or null if it is written in any way but one. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}
