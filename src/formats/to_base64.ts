/**
 * Encodes bytes in base64, which the types do not know of yet.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { toBase64 } from "./to_base64.ts";
 *
 * assertEquals(toBase64(Uint8Array.of(0, 255)), "AP8=");
 * ```
 */
export function toBase64(bytes: Uint8Array): string {
  return (bytes as Uint8Array & { toBase64(): string }).toBase64();
}
