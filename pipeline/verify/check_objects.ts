import { join } from "node:path";
import { digestFile } from "../digest.ts";
import type { FiledRecord } from "../store/parse_record.ts";
import type { Finding } from "./finding.ts";
import type { StoreFile } from "./survey_store.ts";

/** Files hashed at once: one is read while another is hashed. */
const AT_ONCE = 2;

/** An artifact that records name. */
interface Expected {
  readonly sizeBytes: number;
  readonly keys: string[];
  /** For people: file and stage of the first record that names it. */
  readonly description: string;
}

/** What the artifacts of a store turned out to be. */
export interface CheckedObjects {
  readonly damage: readonly Finding[];
  readonly notes: readonly string[];
  readonly readCount: number;
  readonly bytesRead: number;
}

/**
 * Checks artifacts: all that records name are there with their size, and the bytes of each have the SHA-256 that it is
 * called by.
 *
 * @param root The store.
 * @param files The artifacts' files.
 * @param options The records that are whole, and the share of artifacts to read with what draws it.
 */
export async function checkObjects(
  root: string,
  files: readonly StoreFile[],
  options: {
    readonly records: ReadonlyMap<string, FiledRecord>;
    readonly sample: number;
    readonly random: () => number;
  },
): Promise<CheckedObjects> {
  const expected = listExpected(options.records);
  const there = new Set(files.map(({ name }) => name));
  const damage: Finding[] = [];
  for (const [digest, { keys, description }] of expected) {
    if (there.has(digest)) continue;
    const path = `objects/${digest.slice(0, 2)}/${digest}`;
    damage.push({ path, problem: "missing", detail: `${description} is not there`, keys });
  }
  const toRead: StoreFile[] = [];
  for (const file of files) {
    const { sizeBytes, keys, description } = expected.get(file.name) ?? {};
    if (sizeBytes === undefined || sizeBytes === file.sizeBytes) toRead.push(file);
    else {
      const detail = `${description} has ${file.sizeBytes} bytes, ${sizeBytes} are wanted`;
      damage.push({ path: file.path, problem: "wrong size", detail, keys: keys! });
    }
  }
  const drawn = draw(toRead, options);
  let bytesRead = 0;
  await forEachOf(drawn, async ({ path, name }) => {
    const { keys = [], description = "it, which no record names," } = expected.get(name) ?? {};
    try {
      const { digest, sizeBytes } = await digestFile(join(root, path));
      bytesRead += sizeBytes;
      if (digest === name) return;
      const detail = `${description} has the SHA-256 ${digest}`;
      damage.push({ path, problem: "wrong digest", detail, keys });
    } catch (error) {
      // Taken away by a repair or a collection beside this one, and so said above or wanted by none.
      if (error instanceof Deno.errors.NotFound) return;
      damage.push({ path, problem: "unreadable", detail: (error as Error).message, keys });
    }
  });
  const unused = files.filter(({ name }) => !expected.has(name)).length;
  return {
    damage,
    notes: unused === 0 ? [] : [`${unused} artifacts that no record names; "gc" removes them`],
    readCount: drawn.length,
    bytesRead,
  };
}

function listExpected(records: ReadonlyMap<string, FiledRecord>): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  for (const [key, { id, outputs }] of records) {
    for (const { digest, sizeBytes, file } of Object.values(outputs)) {
      const known = expected.get(digest);
      if (known !== undefined) known.keys.push(key);
      else expected.set(digest, { sizeBytes, keys: [key], description: `"${file}" of ${id}` });
    }
  }
  return expected;
}

/** A random share of files, at least one unless the share is 0, in the order of paths. */
function draw(
  files: readonly StoreFile[],
  { sample, random }: { readonly sample: number; readonly random: () => number },
): StoreFile[] {
  if (sample >= 1) return [...files];
  const chosen = files.map((file) => ({ file, rank: random() }))
    .sort((left, right) => left.rank - right.rank)
    .slice(0, Math.ceil(files.length * sample));
  return chosen.map(({ file }) => file).sort((left, right) => left.path < right.path ? -1 : 1);
}

async function forEachOf<T>(values: readonly T[], effect: (value: T) => Promise<void>) {
  let next = 0;
  const workers = Array.from({ length: AT_ONCE }, async () => {
    while (next < values.length) await effect(values[next++]);
  });
  await Promise.all(workers);
}
