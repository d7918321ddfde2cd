import { dirname, join } from "node:path";
import { kill, pid } from "node:process";
import { digestFile } from "../digest.ts";
import { withEnvironment } from "../environment_error.ts";
import { adoptFile } from "./commit.ts";
import { readText } from "./read_text.ts";
import type { FailureRecord, StageRecord, StoredArtifact } from "./record.ts";
import { RecordFiles } from "./record_files.ts";
import { type Attempt, DamageError, type Store } from "./store.ts";
import { writeFileAtomically } from "./write_file_atomically.ts";

/**
 * A store in a folder: `objects/<2 hex>/<sha256>`, `records/<key>.json`, `codes/<sha256>.json`, `failures/`, `checkpoints/<key>/`, `index/`,
 * `quarantine/`, and `tmp/` for attempts under way. It holds no symbolic link.
 */
export class DiskStore implements Store {
  readonly #root: string;
  readonly #records: RecordFiles;

  private constructor(root: string) {
    this.#root = root;
    this.#records = new RecordFiles(root);
  }

  /**
   * Opens the store of a results folder, making it if need be.
   *
   * @param results The results folder.
   * @throws {EnvironmentError} If it cannot be made or written to.
   */
  static async open(results: string): Promise<DiskStore> {
    const store = new DiskStore(join(results, ".store"));
    await withEnvironment(`use the results folder "${results}"`, async () => {
      for (const folder of ["objects", "records", "tmp"]) {
        await Deno.mkdir(join(store.#root, folder), { recursive: true });
      }
      await Deno.remove(await Deno.makeTempFile({ dir: join(store.#root, "tmp") }));
      await sweepAttempts(join(store.#root, "tmp"));
    });
    return store;
  }

  /** File in which fingerprints are remembered. */
  get fingerprintsPath(): string {
    return join(this.#root, "fingerprints.json");
  }

  locate(digest: string): string {
    return join(this.#root, "objects", digest.slice(0, 2), digest);
  }

  readRecord(key: string): Promise<StageRecord | null> {
    return Promise.try(() => this.#records.read(key));
  }

  findMissing(record: StageRecord): Promise<string | null> {
    const missing = Object.entries(record.outputs).find(([_, { digest, sizeBytes }]) => {
      return findSize(this.locate(digest)) !== sizeBytes;
    });
    return Promise.resolve(missing?.[0] ?? null);
  }

  async verify(
    artifact: StoredArtifact,
    key: string,
    options: { readonly copyTo?: string } = {},
  ): Promise<void> {
    const path = this.locate(artifact.digest);
    const found = await digestFile(path, options).catch(async (error) => {
      if (options.copyTo === undefined) return null;
      // A copy that cannot be written says nothing about the artifact.
      await this.verify(artifact, key);
      throw error;
    });
    if (found?.digest === artifact.digest) return;
    if (options.copyTo !== undefined) await Deno.remove(options.copyTo).catch(() => {});
    const quarantine = join(this.#root, "quarantine", artifact.digest);
    await Deno.mkdir(dirname(quarantine), { recursive: true });
    if (found !== null) await Deno.rename(path, quarantine);
    await Deno.remove(this.#records.locate(key)).catch(() => {});
    const state = found === null ? "it is gone" : `its SHA-256 is ${found.digest}`;
    throw new DamageError(
      `Cannot use the artifact "${artifact.file}" (${artifact.digest}): ${state}. It is computed again`,
      key,
    );
  }

  async openAttempt(key: string): Promise<Attempt> {
    return await withEnvironment(`work in "${this.#root}"`, async () => {
      const folder = await Deno.makeTempDir({
        dir: join(this.#root, "tmp"),
        prefix: `${pid}-${key.slice(0, 12)}-`,
      });
      const checkpointPath = this.#checkpointPath(key);
      await Deno.mkdir(dirname(checkpointPath), { recursive: true });
      return {
        folder,
        checkpointPath,
        close: () => Deno.remove(folder, { recursive: true }).catch(() => {}),
      };
    });
  }

  async commit(
    record: StageRecord,
    files: Readonly<Record<string, string>>,
  ): Promise<StageRecord> {
    return await withEnvironment(`store the artifacts of "${record.id}"`, async () => {
      for (const [name, path] of Object.entries(files)) {
        await adoptFile(path, this.locate(record.outputs[name].digest));
      }
      const standing = await this.#stand(record);
      await this.#dropCheckpoint(record.key);
      return standing;
    });
  }

  /** Creates the record, or gives the one that was first, unless its artifacts are gone. */
  async #stand(record: StageRecord): Promise<StageRecord> {
    if (await this.#records.create(record)) return record;
    const first = await this.readRecord(record.key);
    if (first !== null && await this.findMissing(first) === null) return first;
    await this.#records.replace(record);
    return record;
  }

  async writeFailure(failure: FailureRecord): Promise<void> {
    const path = join(this.#root, "failures", `${failure.key}.json`);
    await writeFileAtomically(path, `${JSON.stringify(failure, null, 1)}\n`).catch(() => {});
  }

  readIndex(experiment: string): Promise<Readonly<Record<string, string>>> {
    const text = readText(this.#indexPath(experiment));
    try {
      return Promise.resolve(text === null ? {} : JSON.parse(text));
    } catch {
      // It only serves explanations; the records are what counts.
      return Promise.resolve({});
    }
  }

  async writeIndex(experiment: string, keys: Readonly<Record<string, string>>): Promise<void> {
    const text = `${JSON.stringify(keys, null, 1)}\n`;
    await withEnvironment(
      `write "${this.#indexPath(experiment)}"`,
      () => writeFileAtomically(this.#indexPath(experiment), text),
    );
  }

  /** Removes a checkpoint, and its folder unless another attempt at the same key is writing there. */
  async #dropCheckpoint(key: string): Promise<void> {
    const path = this.#checkpointPath(key);
    await Deno.remove(path).catch(() => {});
    await Deno.remove(dirname(path)).catch(() => {});
  }

  #checkpointPath(key: string): string {
    return join(this.#root, "checkpoints", key, "checkpoint");
  }

  #indexPath(experiment: string): string {
    return join(this.#root, "index", `${experiment}.json`);
  }
}

/** Removes folders of attempts whose runner is gone; their names begin with its process id. */
async function sweepAttempts(folder: string): Promise<void> {
  for await (const { name } of Deno.readDir(folder)) {
    const owner = Number(/^(\d+)-/.exec(name)?.[1]);
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    await Deno.remove(join(folder, name), { recursive: true }).catch(() => {});
  }
}

function isAlive(processId: number): boolean {
  try {
    kill(processId, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== "ESRCH";
  }
}

function findSize(path: string): number | null {
  try {
    return Deno.statSync(path).size;
  } catch {
    return null;
  }
}
