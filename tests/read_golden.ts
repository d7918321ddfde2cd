/**
 * Reads a file of reference values from `tests/golden/`.
 *
 * @param name Its name without `.json`.
 */
export async function readGolden<T>(name: string): Promise<T> {
  return JSON.parse(await Deno.readTextFile(new URL(`./golden/${name}.json`, import.meta.url)));
}

/** Bytes of a base64 text. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
