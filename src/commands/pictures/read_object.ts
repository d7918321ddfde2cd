import { join } from "node:path";
import { DamageError, digestData } from "../../../pipeline/mod.ts";
import { STORE_FOLDER } from "../../../pipeline/verify/mod.ts";

/**
 * Reads an artifact of a results folder and holds it against its digest.
 *
 * @param results The results folder.
 * @param digest SHA-256 of the artifact.
 * @param name What it is, for the message.
 * @returns Its bytes, or null where the store has it no longer.
 * @throws {DamageError} If its bytes are others.
 */
export async function readObject(
  results: string,
  digest: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const path = join(results, STORE_FOLDER, "objects", digest.slice(0, 2), digest);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  const found = digestData(bytes);
  if (found === digest) return bytes;
  throw new DamageError(
    `Cannot read "${name}" in "${results}": it is damaged, its SHA-256 is ${found}, ${digest} is ` +
      `wanted. "deno task verify ${results}" lists all damage, with --repair it is computed again`,
    digest,
  );
}
