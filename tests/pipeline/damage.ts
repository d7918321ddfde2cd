import { dirname, join, relative } from "node:path";
import { openSealedJson, sealJson } from "../../pipeline/store/sealed_json.ts";

/** Something wrong with a store. */
export interface Damage {
  /** What was done to which file, such as `first byte of records/ab….json`. */
  readonly name: string;
  /** The files that are no longer what they were, relative to the store's folder. */
  readonly paths: readonly string[];
  /**
   * Does it to a copy of the store.
   *
   * @param root Folder of the copy's store, `<results>/.store`.
   */
  apply(root: string): Promise<void>;
}

/** What can be wrong with one file. */
const CHANGES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  "first byte": (bytes) => flip(bytes, 0),
  "middle byte": (bytes) => flip(bytes, bytes.length >> 1),
  "last byte": (bytes) => flip(bytes, bytes.length - 1),
  "a byte less": (bytes) => bytes.slice(0, -1),
  "a byte more": (bytes) => new Uint8Array([...bytes, 0x20]),
  "no bytes": () => new Uint8Array(),
};
/** Folders whose files only say what is under way. */
const PASSING = /^(tmp|locks)\//;

/**
 * Lists what may go wrong with a store: every file × first, middle and last byte, a byte less and more, nothing left; two
 * objects swapped, two records swapped, and a record of old that stands under a key that is not its own.
 *
 * @param root Folder of the store, `<results>/.store`; it is only read.
 * @returns The damages, each for a copy of its own.
 */
export async function listDamages(root: string): Promise<Damage[]> {
  const paths = (await listFiles(root)).filter((path) => !PASSING.test(path));
  const objects = paths.filter((path) => path.startsWith("objects/"));
  const records = paths.filter((path) => path.startsWith("records/"));
  return [
    ...paths.flatMap((path) =>
      Object.entries(CHANGES).map(([name, change]): Damage => ({
        name: `${name} of ${path}`,
        paths: [path],
        apply: async (copy) => {
          await replace(join(copy, path), change(await Deno.readFile(join(copy, path))));
        },
      }))
    ),
    ...listPairs(objects).concat(listPairs(records)).map(([left, right]): Damage => ({
      name: `${left} and ${right} swapped`,
      paths: [left, right],
      apply: async (copy) => {
        const [first, second] = await Promise.all([left, right].map((path) => {
          return Deno.readFile(join(copy, path));
        }));
        await replace(join(copy, left), second);
        await replace(join(copy, right), first);
      },
    })),
    ...records.map((path): Damage => ({
      name: `stale record ${path}`,
      paths: [path],
      apply: async (copy) => {
        const text = await Deno.readTextFile(join(copy, path));
        const { params, ...rest } = openSealedJson(text) as { readonly params: object };
        // As if it was written for other parameters: whole in itself, and not what its key stands for.
        const stale = sealJson({ ...rest, params: { ...params, stale: true } });
        await replace(join(copy, path), new TextEncoder().encode(stale));
      },
    })),
  ];
}

/** Copies a store with its results folder's other files left out. */
export async function copyStore(root: string, copy: string): Promise<void> {
  for (const path of await listFiles(root)) {
    await Deno.mkdir(dirname(join(copy, path)), { recursive: true });
    await Deno.copyFile(join(root, path), join(copy, path));
  }
}

async function listFiles(root: string, folder = root): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) paths.push(...await listFiles(root, path));
    else paths.push(relative(root, path).replaceAll("\\", "/"));
  }
  return paths.sort();
}

function listPairs(paths: readonly string[]): [string, string][] {
  return paths.slice(1).map((path, index) => [paths[index], path]);
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[at] ^= 1;
  return flipped;
}

/** Artifacts are read-only. */
async function replace(path: string, bytes: Uint8Array): Promise<void> {
  await Deno.remove(path);
  await Deno.writeFile(path, bytes);
}
