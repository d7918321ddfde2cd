import { join } from "node:path";

/** Where the pages of a results folder are served: always under the same address, so that open pages find it again. */
export interface LiveAddress {
  readonly port: number;
  /** Part of every address; who knows it may look. */
  readonly token: string;
}

const FILE = ".live.json";
const TOKEN = /^[0-9a-f]{32}$/;

/** The address that a results folder had; a new one with port 0 where it has none. */
export function readLiveAddress(results: string): LiveAddress {
  try {
    const { port, token } = JSON.parse(Deno.readTextFileSync(join(results, FILE)));
    if (Number.isInteger(port) && TOKEN.test(token)) return { port, token };
  } catch {
    // None yet, or none that can be read.
  }
  return { port: 0, token: crypto.randomUUID().replaceAll("-", "") };
}

/** Keeps the address for the next time, where nobody else can read it. */
export function keepLiveAddress(results: string, address: LiveAddress): void {
  const path = join(results, FILE);
  const draft = `${path}.${crypto.randomUUID().slice(0, 8)}.new`;
  try {
    Deno.writeTextFileSync(draft, JSON.stringify(address), { mode: 0o600, createNew: true });
    Deno.renameSync(draft, path);
  } catch {
    // The next run has another address.
  }
}
