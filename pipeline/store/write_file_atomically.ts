import { dirname } from "node:path";

/**
 * Writes a text file so that others see the old text or the new one and nothing between, even
 * after a power cut: write beside it, fsync, rename.
 *
 * @param path The file; its folder is made if need be.
 * @param text The whole text.
 */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${crypto.randomUUID()}`;
  try {
    await writeDurably(draft, text);
    await Deno.rename(draft, path);
  } catch (error) {
    await Deno.remove(draft).catch(() => {});
    throw error;
  }
}

/** Writes a new text file and waits until the device has it. */
export async function writeDurably(path: string, text: string): Promise<void> {
  using file = await Deno.open(path, { write: true, createNew: true });
  const bytes = new TextEncoder().encode(text);
  for (let offset = 0; offset < bytes.length;) offset += await file.write(bytes.subarray(offset));
  await file.sync();
}

/** Waits until the device has a folder's entries. Systems that cannot open folders pass. */
export async function syncFolder(path: string): Promise<void> {
  try {
    using folder = await Deno.open(path);
    await folder.sync();
  } catch (error) {
    if (Deno.build.os !== "windows") throw error;
  }
}
