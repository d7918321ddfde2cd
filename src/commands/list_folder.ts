import { withEnvironment } from "../../pipeline/mod.ts";

/**
 * Lists a folder.
 *
 * @param folder Its path.
 * @returns Its entries; none where it does not exist.
 * @throws {EnvironmentError} If it is there and cannot be listed.
 */
export async function listFolder(folder: string): Promise<Deno.DirEntry[]> {
  return await withEnvironment(`read the folder "${folder}"`, async () => {
    try {
      return await Array.fromAsync(Deno.readDir(folder));
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return [];
      throw error;
    }
  });
}
