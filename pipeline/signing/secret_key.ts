import { Buffer } from "node:buffer";
import { scryptSync } from "node:crypto";
import { decodeBase64, type PublicKey } from "./public_key.ts";
import { SigningError } from "./signing_error.ts";

/** Layout of the key's 158 bytes. */
const SALT = 6;
const OPERATIONS = 38;
const MEMORY = 46;
const KEY = 54;
const LENGTH = 158;
const MOST_MEMORY = 2 ** 31;

/** In front of an Ed25519 seed, it makes a PKCS #8 key (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** What is signed with. */
export interface SecretKey {
  readonly id: Uint8Array<ArrayBuffer>;
  readonly key: CryptoKey;
  readonly publicKey: PublicKey;
}

/** A new pair of keys, as the texts of minisign's files; the secret key has no password. */
export interface KeyPair {
  readonly secretText: string;
  readonly publicKey: PublicKey;
}

/** Makes a new pair of keys. */
export async function makeKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, [
    "sign",
    "verify",
  ]) as CryptoKeyPair;
  const exported = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
  const seed = new Uint8Array(exported).slice(PKCS8.length, PKCS8.length + 32);
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const id = crypto.getRandomValues(new Uint8Array(8));
  const bytes = Buffer.alloc(LENGTH);
  bytes.write("Ed\0\0B2", 0, "latin1");
  for (const [at, part] of [[KEY, id], [KEY + 8, seed], [KEY + 40, key]] as const) {
    bytes.set(part, at);
  }
  return {
    secretText: `untrusted comment: minisign secret key\n${bytes.toString("base64")}\n`,
    publicKey: { id, key },
  };
}

/**
 * Reads a secret key of minisign.
 *
 * @param text The text of a `.key` file.
 * @param password Opens a key that has one; takes a gibibyte of memory and some seconds, as minisign does.
 * @throws {SigningError} If it is none, needs a password, or has another one.
 */
export async function parseSecretKey(text: string, password?: string): Promise<SecretKey> {
  const bytes = decodeBase64(text.trim().split("\n").at(-1)!.trim());
  const isKey = bytes?.length === LENGTH && bytes.toString("latin1", 0, 2) === "Ed" &&
    bytes.toString("latin1", 4, 6) === "B2";
  if (!isKey) throw new SigningError("it is no secret key of minisign");
  const derivation = bytes.toString("latin1", 2, 4);
  if (derivation === "Sc") open(bytes, password);
  else if (derivation !== "\0\0") throw new SigningError("its password is kept in an unknown way");
  const id = Uint8Array.from(bytes.subarray(KEY, KEY + 8));
  const seed = bytes.subarray(KEY + 8, KEY + 40);
  const publicBytes = Uint8Array.from(bytes.subarray(KEY + 40, KEY + 72));
  const format = Uint8Array.from(Buffer.concat([PKCS8, seed]));
  const key = await crypto.subtle.importKey("pkcs8", format, "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  if (x === undefined || !Buffer.from(x, "base64url").equals(publicBytes)) {
    throw new SigningError(
      derivation === "Sc" ? "its password is another one" : "it is damaged: its halves do not fit",
    );
  }
  return { id, key, publicKey: { id, key: publicBytes } };
}

/** Takes the password off a key, in place. */
function open(bytes: Buffer, password: string | undefined): void {
  if (password === undefined) {
    throw new SigningError("it has a password: set ASSAY_SIGNING_PASSWORD to it");
  }
  const { N, r, p } = chooseCosts(
    Number(bytes.readBigUInt64LE(OPERATIONS)),
    Number(bytes.readBigUInt64LE(MEMORY)),
  );
  const salt = bytes.subarray(SALT, OPERATIONS);
  if (128 * N * r > MOST_MEMORY) {
    throw new SigningError("its password would take over 2 GB of memory");
  }
  const stream = scryptSync(password, salt, LENGTH - KEY, { N, r, p, maxmem: 2 * MOST_MEMORY });
  for (let at = KEY; at < LENGTH; at++) bytes[at] ^= stream[at - KEY];
}

/**
 * scrypt's parameters from libsodium's two limits.
 *
 * Source: libsodium, `crypto_pwhash_scryptsalsa208sha256`, pickparams.
 */
function chooseCosts(operations: number, memory: number): { N: number; r: number; p: number } {
  const r = 8;
  const limited = Math.max(operations, 32768);
  const isMemoryBound = limited >= memory / 32;
  const most = isMemoryBound ? memory / (r * 128) : limited / (r * 4);
  let log = 1;
  while (log < 63 && 2 ** log <= most / 2) log++;
  const N = 2 ** log;
  const p = isMemoryBound ? Math.floor(Math.min(limited / 4 / N, 0x3fffffff) / r) : 1;
  return { N, r, p: Math.max(p, 1) };
}
