import { dirname, join } from "node:path";
import { digestFile } from "../digest.ts";
import { withEnvironment } from "../environment_error.ts";
import { ArtifactFiles } from "./artifact_files.ts";
import { DamageLog } from "./damage_log.ts";
import { DENO_FILE_SYSTEM } from "./deno_file_system.ts";
import { DurableFiles } from "./durable_files.ts";
import type { FileSystem } from "./file_system.ts";
import { listDiffering } from "./list_differing.ts";
import { readSealed } from "./read_sealed.ts";
import type { FailureRecord, StageRecord, StoredArtifact } from "./record.ts";
import { RecordFiles } from "./record_files.ts";
import { openSealedJson, sealJson } from "./sealed_json.ts";
import { type Attempt, type Commit, DamageError, type KeyHold, type Store } from "./store.ts";
import { sweepTemporary } from "./sweep_temporary.ts";

/** Network file systems remember for some seconds what they have seen of a folder. */
const PATIENCE_MS = 3_000;
const JUST_MS = 60_000;
const POLL_MS = 50;
const INDEX_SCHEMA = 1;
/** Logs that are kept of a key. */
const MOST_LOGS = 5;

/**
 * A store in a folder: `objects/<2 hex>/<sha256>`, `records/<key>.json`, `codes/<sha256>.json`, `failures/`, `conflicts/`,
 * `logs/<key>/`, `checkpoints/<key>/`, `locks/<key>`, `index/`, `quarantine/`, and `tmp/` for what is under way. It holds no symbolic link.
 */
export class DiskStore implements Store {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #files: DurableFiles;
  readonly #artifacts: ArtifactFiles;
  readonly #records: RecordFiles;
  readonly #damage = new DamageLog();
  readonly #patienceMs: number;

  private constructor(fs: FileSystem, root: string, patienceMs: number) {
    this.#fs = fs;
    this.#patienceMs = patienceMs;
    this.#root = root;
    this.#files = new DurableFiles(fs, root);
    this.#artifacts = new ArtifactFiles(fs, this.#files, root);
    this.#records = new RecordFiles(fs, this.#files, { root, onDamage: this.#damage.note });
  }

  /**
   * Opens the store of a results folder, making it if need be. A store that is there is only read until there is something
   * to write.
   *
   * @param results The results folder.
   * @param options Another file system than this machine's; how long that may take to show what another machine has just
   * written.
   * @throws {EnvironmentError} If it cannot be made.
   */
  static async open(
    results: string,
    options: { readonly fileSystem?: FileSystem; readonly patienceMs?: number } = {},
  ): Promise<DiskStore> {
    const { fileSystem = DENO_FILE_SYSTEM, patienceMs = PATIENCE_MS } = options;
    const store = new DiskStore(fileSystem, join(results, ".store"), patienceMs);
    await withEnvironment(
      `use the results folder "${results}"`,
      () => store.#files.makeFolder(store.#root),
    );
    return store;
  }

  /** File in which fingerprints are remembered. */
  get fingerprintsPath(): string {
    return join(this.#root, "fingerprints.json");
  }

  locate(digest: string): string {
    return this.#artifacts.locate(digest);
  }

  async readRecord(key: string): Promise<StageRecord | null> {
    const record = this.#records.read(key);
    if (this.#damage.isPending) await this.#damage.clear(this.#files);
    return record;
  }

  async findMissing(record: StageRecord): Promise<string | null> {
    return await withEnvironment(
      `read the artifacts of "${record.id}"`,
      () => Promise.try(() => this.#artifacts.findMissing(record)),
    );
  }

  async verify(
    artifact: StoredArtifact,
    key: string,
    { copyTo }: { readonly copyTo?: string } = {},
  ): Promise<void> {
    const { digest, file } = artifact;
    const name = `the artifact "${file}" (${digest})`;
    const action = copyTo === undefined ? `read ${name}` : `copy ${name} to "${copyTo}"`;
    const problem = await withEnvironment(action, () => this.#artifacts.inspect(digest, copyTo));
    if (problem === null) return;
    if (copyTo !== undefined) await this.#fs.remove(copyTo).catch(() => {});
    await withEnvironment(`use ${name}: ${problem}, and it cannot be moved away`, async () => {
      await this.#artifacts.quarantine(digest);
      await this.#records.quarantine(key);
    });
    throw new DamageError(`Cannot use ${name}: ${problem}. It is computed again`, key);
  }

  async tryHold(key: string): Promise<KeyHold | null> {
    return await withEnvironment(`work in "${this.#root}"`, async () => {
      const locks = join(this.#root, "locks");
      await this.#files.makeFolder(locks);
      return await this.#fs.tryLock(join(locks, key));
    });
  }

  async openAttempt(key: string): Promise<Attempt> {
    return await withEnvironment(`work in "${this.#root}"`, async () => {
      await sweepTemporary(this.#fs, join(this.#root, "tmp"), {
        ownKey: key,
        tryHold: (other) => this.tryHold(other),
      });
      const folder = await this.#files.openTemporary(key);
      const checkpointPath = this.#locateCheckpoint(key);
      for (const made of [folder, dirname(checkpointPath)]) await this.#files.makeFolder(made);
      return {
        folder,
        checkpointPath,
        digest: async (file) => {
          const path = join(folder, file);
          const entry = this.#fs.find(path);
          const isOwn = entry !== null && entry.isFile && entry.linkCount === 1;
          return isOwn ? await digestFile(path, { fileSystem: this.#fs }) : null;
        },
        close: () => this.#fs.remove(folder).catch(() => {}),
      };
    });
  }

  async commit(
    record: StageRecord,
    files: Readonly<Record<string, string>>,
    { volatile = [] }: { readonly volatile?: readonly string[] } = {},
  ): Promise<Commit> {
    return await withEnvironment(`store the artifacts of "${record.id}"`, async () => {
      for (const [name, path] of Object.entries(files)) {
        await this.#artifacts.adopt(path, record.outputs[name].digest);
      }
      const standing = await this.#stand(record);
      const differing = listDiffering(standing, record, volatile);
      if (differing.length > 0) await this.#keepEvidence(record);
      await this.#dropCheckpoint(record.key);
      return { record: standing, differing };
    });
  }

  /** Creates the record, or gives the one that was first, unless that is damaged or its artifacts are gone. */
  async #stand(record: StageRecord): Promise<StageRecord> {
    if (await this.#records.create(record)) return record;
    const { modifiedAt = Date.now() } = this.#fs.find(this.#records.locate(record.key)) ?? {};
    const isNew = Date.now() - modifiedAt < JUST_MS;
    const end = performance.now() + (isNew ? this.#patienceMs : 0);
    do {
      const first = this.#records.read(record.key);
      if (first !== null && this.#artifacts.findMissing(first) === null) return first;
      if (isNew) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    } while (!this.#damage.isPending && performance.now() < end);
    await this.#damage.clear(this.#files);
    await this.#records.replace(record);
    return record;
  }

  async #keepEvidence(record: StageRecord): Promise<void> {
    const name = `${record.key}.${crypto.randomUUID().slice(0, 8)}.json`;
    const path = join(this.#root, "conflicts", name);
    await this.#files.write(path, await this.#records.format(record));
  }

  async writeLog(key: string, startedAt: Date, text: string): Promise<string | null> {
    const folder = join(this.#root, "logs", key);
    const path = join(folder, `${startedAt.toISOString().replaceAll(":", ".")}.log`);
    try {
      await this.#files.write(path, `${text}\n`);
      const names = await this.#fs.list(folder);
      for (const name of names.slice(0, -MOST_LOGS)) await this.#fs.remove(join(folder, name));
      return path;
    } catch {
      return null;
    }
  }

  async writeFailure(failure: FailureRecord): Promise<void> {
    const path = join(this.#root, "failures", `${failure.key}.json`);
    await this.#files.write(path, sealJson(failure)).catch(() => {});
  }

  async readIndex(experiment: string): Promise<Readonly<Record<string, string>>> {
    const index = readSealed(this.#fs, this.#locateIndex(experiment), {
      parse: (text) => openSealedJson(text) as { readonly keys?: Record<string, string> },
      onDamage: this.#damage.note,
    });
    if (this.#damage.isPending) await this.#damage.clear(this.#files);
    // It only serves explanations; the records are what counts.
    return index?.keys ?? {};
  }

  async writeIndex(experiment: string, keys: Readonly<Record<string, string>>): Promise<void> {
    const path = this.#locateIndex(experiment);
    await withEnvironment(
      `write "${path}"`,
      () => this.#files.write(path, sealJson({ schema: INDEX_SCHEMA, keys })),
    );
  }

  takeNotes(): string[] {
    return this.#damage.takeNotes();
  }

  async #dropCheckpoint(key: string): Promise<void> {
    await this.#fs.remove(dirname(this.#locateCheckpoint(key))).catch(() => {});
  }

  #locateCheckpoint(key: string): string {
    return join(this.#root, "checkpoints", key, "checkpoint");
  }

  #locateIndex(experiment: string): string {
    return join(this.#root, "index", `${experiment}.json`);
  }
}
