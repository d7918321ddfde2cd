import { join } from "node:path";
import { digestData } from "../digest.ts";
import { openSealedJson } from "../store/sealed_json.ts";
import type { Finding } from "./finding.ts";
import type { StoreFile } from "./survey_store.ts";

/** What small files of one sort turned out to be. */
export interface CheckedFiles {
  /** Names, such as digests, of those that are whole. */
  readonly good: readonly string[];
  readonly damage: readonly Finding[];
  readonly bytesRead: number;
}

/**
 * Checks the small files that no record names: codes against the digest that they are called by, the others by their seal.
 *
 * @param root The store.
 * @param files The files.
 */
export function checkFiles(root: string, files: readonly StoreFile[]): CheckedFiles {
  const good: string[] = [];
  const damage: Finding[] = [];
  let bytesRead = 0;
  for (const { path, place, name } of files) {
    try {
      const bytes = Deno.readFileSync(join(root, path));
      bytesRead += bytes.length;
      const detail = place === "code" ? checkDigest(bytes, name) : checkSeal(bytes);
      if (detail === null) good.push(name);
      else {
        const problem = place === "code" ? "wrong digest" : "broken file";
        damage.push({ path, problem, detail, keys: [] });
      }
    } catch (error) {
      damage.push({ path, problem: "unreadable", detail: (error as Error).message, keys: [] });
    }
  }
  return { good, damage, bytesRead };
}

function checkDigest(bytes: Uint8Array, name: string): string | null {
  const digest = digestData(bytes);
  return digest === name ? null : `its SHA-256 is ${digest}, its name is wanted`;
}

function checkSeal(bytes: Uint8Array): string | null {
  try {
    openSealedJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
