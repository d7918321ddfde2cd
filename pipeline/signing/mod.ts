/**
 * Signatures that minisign makes and checks: Ed25519 over BLAKE2b-512.
 *
 * @module
 */
export { formatPublicKey, parsePublicKey, type PublicKey, showKeyId } from "./public_key.ts";
export { type KeyPair, makeKeyPair, parseSecretKey, type SecretKey } from "./secret_key.ts";
export { checkSignature, signMessage } from "./signature.ts";
export { SigningError } from "./signing_error.ts";
