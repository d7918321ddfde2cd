import { dirname, join } from "node:path";

/** Writes bytes in the place of a file that a store keeps read-only. */
export async function replaceBytes(path: string, bytes: Uint8Array): Promise<void> {
  await Deno.remove(path).catch(() => {});
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeFile(path, bytes);
}

/** A change to a file's bytes that no reader may miss, by name. */
export const CHANGES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  "first byte": (bytes) => flip(bytes, 0),
  "middle byte": (bytes) => flip(bytes, bytes.length >> 1),
  "last byte": (bytes) => flip(bytes, bytes.length - 1),
  "one byte less": (bytes) => bytes.subarray(0, -1),
  "one byte more": (bytes) => Uint8Array.of(...bytes, 0x20),
  "nothing left": () => new Uint8Array(),
};

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] ^= 1;
  return changed;
}

/** Every file under a folder, as paths in it. */
export async function listFiles(folder: string, under = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(join(folder, under))) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory) found.push(...await listFiles(folder, path));
    else found.push(path);
  }
  return found.sort();
}
