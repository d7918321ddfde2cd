import { z } from "zod";
import type { FiledRecord } from "../store/parse_record.ts";
import { openSealedJson } from "../store/sealed_json.ts";
import { inspectRecord } from "../verify/inspect_record.ts";
import { ArchiveError } from "./archive_error.ts";
import { findPackPlace, type PackPlace } from "./pack_paths.ts";
import type { ReceivedPack } from "./receive_pack.ts";

/** No file that is read as a whole is larger. */
const MOST_TEXT_BYTES = 1 << 24;

const code = z.strictObject({
  sources: z.record(z.string(), z.string()),
  packages: z.array(z.string()),
});
const failure = z.looseObject({
  schema: z.int(),
  key: z.string(),
  id: z.string(),
  experiment: z.string(),
  reason: z.string(),
  log: z.string(),
  startedAt: z.string(),
});

/** A received file and what it is. */
export interface InspectedFile {
  readonly path: string;
  readonly place: PackPlace;
  /** The digest, key or path that the path in the pack holds. */
  readonly name: string;
  /** Where it lies. */
  readonly file: string;
}

/** A pack that may be merged. */
export interface InspectedPack {
  readonly files: readonly InspectedFile[];
  /** By key. */
  readonly records: ReadonlyMap<string, FiledRecord>;
}

/**
 * Holds what a pack's files say against each other: artifacts and codes are called by their digest, records make their
 * key, and what a record names is in the pack with the size that it tells.
 *
 * @param pack A pack whose bytes are those of its manifest.
 * @throws {ArchiveError} Naming the file and what is wrong with it.
 */
export async function inspectPack({ manifest, files }: ReceivedPack): Promise<InspectedPack> {
  const inspected = [...files].map(([path, file]): InspectedFile => {
    return { path, file, ...findPackPlace(path, manifest.experiment)! };
  });
  const records = new Map<string, FiledRecord>();
  for (const { path, place, name, file } of inspected) {
    try {
      const { sha256 } = manifest.files[path];
      if ((place === "object" || place === "code") && sha256 !== name) {
        throw new ArchiveError(`its SHA-256 is ${sha256}, its name is wanted`);
      }
      if (place === "code") code.parse(JSON.parse(await readText(file)));
      if (place === "failure") {
        const { key } = failure.parse(openSealedJson(await readText(file)));
        if (key !== name) throw new ArchiveError(`it is of the key ${key}`);
      }
      if (place !== "record") continue;
      const record = inspectRecord(await readText(file));
      if (record.key !== name) throw new ArchiveError(`it is the record of ${record.key}`);
      records.set(name, record);
    } catch (cause) {
      if (cause instanceof Deno.errors.PermissionDenied) throw cause;
      const reason = cause instanceof z.ZodError
        ? cause.issues[0].message
        : (cause as Error).message;
      throw new ArchiveError(`its file "${path}" is refused: ${reason}`, { cause });
    }
  }
  for (const record of records.values()) checkNames(record, manifest.files);
  return { files: inspected, records };
}

function checkNames(
  { id, code, outputs }: FiledRecord,
  files: ReceivedPack["manifest"]["files"],
): void {
  if (!Object.hasOwn(files, `.store/codes/${code}.json`)) {
    throw new ArchiveError(`it lacks the code of "${id}"`);
  }
  for (const { digest, sizeBytes, file } of Object.values(outputs)) {
    const found = files[`.store/objects/${digest.slice(0, 2)}/${digest}`];
    if (found?.sizeBytes !== sizeBytes) {
      throw new ArchiveError(`it lacks "${file}" of "${id}", or has it in another size`);
    }
  }
}

async function readText(file: string): Promise<string> {
  const { size } = await Deno.stat(file);
  if (size > MOST_TEXT_BYTES) {
    throw new ArchiveError(`it has ${size} bytes, which no such file has`);
  }
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    await Deno.readFile(file),
  );
}
