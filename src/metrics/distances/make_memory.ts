const PAGE_BYTES = 65536;

/**
 * Makes a memory for a kernel in WebAssembly.
 *
 * @param sizeBytes What it holds at least, filled with 0.
 * @returns The memory, in whole pages.
 * @throws {RangeError} If there is no room for it.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeMemory } from "./make_memory.ts";
 *
 * assertEquals(makeMemory(70_000).buffer.byteLength, 2 * 65536);
 * ```
 */
export function makeMemory(sizeBytes: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: Math.ceil(sizeBytes / PAGE_BYTES) });
}
