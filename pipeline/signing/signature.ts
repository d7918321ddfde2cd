import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { decodeBase64, type PublicKey, showKeyId } from "./public_key.ts";
import type { SecretKey } from "./secret_key.ts";
import { SigningError } from "./signing_error.ts";

/** Ed25519 over the BLAKE2b-512 of the message, which is what minisign signs. */
const PREHASHED = "ED";
const COMMENT = "trusted comment: ";
const LENGTH = 2 + 8 + 64;

/**
 * Signs a message as minisign does: a signature, and a second one over it and the comment.
 *
 * @param message What is signed.
 * @param secret The key.
 * @param comment A line that is signed too.
 * @returns The text of a `.minisig` file; the same for the same message, key and comment.
 */
export async function signMessage(
  message: Uint8Array,
  secret: SecretKey,
  comment: string,
): Promise<string> {
  if (/[\r\n]/.test(comment)) throw new SigningError("a comment of one line is wanted");
  const signature = await sign(secret, hash(message));
  const head = Buffer.concat([Buffer.from(PREHASHED), secret.id, signature]);
  const whole = await sign(secret, Buffer.concat([signature, Buffer.from(comment)]));
  return [
    `untrusted comment: signature of minisign key ${showKeyId(secret.id)}`,
    head.toString("base64"),
    `${COMMENT}${comment}`,
    Buffer.from(whole).toString("base64"),
    "",
  ].join("\n");
}

/**
 * Checks a signature of minisign.
 *
 * @param message What was signed.
 * @param text The text of the `.minisig` file.
 * @param publicKey The key of whom it is trusted to be from.
 * @returns The comment, which is signed too.
 * @throws {SigningError} If it does not hold, is from another key, or is no such signature.
 */
export async function checkSignature(
  message: Uint8Array,
  text: string,
  publicKey: PublicKey,
): Promise<string> {
  const [, first = "", third = "", last = "", ...rest] = text.split("\n");
  const [head, whole] = [decodeBase64(first), decodeBase64(last)];
  const isSignature = head?.length === LENGTH && whole?.length === 64 &&
    third.startsWith(COMMENT) && rest.length === 1 && rest[0] === "";
  if (!isSignature) throw new SigningError("it is no signature of minisign");
  const algorithm = head.toString("latin1", 0, 2);
  if (algorithm !== PREHASHED) {
    throw new SigningError(
      `it is of the kind "${algorithm}": a signature over a hash is wanted, as minisign makes it by itself`,
    );
  }
  const id = head.subarray(2, 10);
  if (!id.equals(publicKey.id)) {
    throw new SigningError(
      `it is of the key ${showKeyId(id)}, ${showKeyId(publicKey.id)} is wanted`,
    );
  }
  const signature = head.subarray(10);
  const comment = third.slice(COMMENT.length);
  const holds = await verify(publicKey, signature, hash(message)) &&
    await verify(publicKey, whole, Buffer.concat([signature, Buffer.from(comment)]));
  if (!holds) throw new SigningError("it does not hold: what was signed was something else");
  return comment;
}

function hash(message: Uint8Array): Buffer {
  return createHash("blake2b512").update(message).digest();
}

async function sign({ key }: SecretKey, message: Uint8Array): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.sign("Ed25519", key, Uint8Array.from(message)));
}

async function verify(
  { key }: PublicKey,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  const [of, over] = [Uint8Array.from(signature), Uint8Array.from(message)];
  return await crypto.subtle.verify("Ed25519", imported, of, over);
}
