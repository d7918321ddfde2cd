const encoder = new TextEncoder();
const encoded = new Map<string, Uint8Array<ArrayBuffer>>();

/**
 * Gives a name as a zero-terminated C string. Names of operations and attributes are few and come again at
 * every call, so each is encoded once and kept.
 *
 * @param name The name.
 * @returns Its UTF-8 bytes and a zero.
 */
export function toCString(name: string): Uint8Array<ArrayBuffer> {
  let bytes = encoded.get(name);
  if (bytes === undefined) {
    bytes = encoder.encode(name + "\0");
    encoded.set(name, bytes);
  }
  return bytes;
}

/**
 * Reads a zero-terminated C string that the callee owns.
 *
 * @param pointer Its address.
 * @returns The text; empty for NULL.
 */
export function fromCString(pointer: Deno.PointerValue): string {
  return pointer === null ? "" : Deno.UnsafePointerView.getCString(pointer);
}
