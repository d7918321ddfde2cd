import { z } from "zod";
import { toCanonicalJson } from "../canonical.ts";
import { makeStageKey } from "../key.ts";
import type { FiledRecord } from "../store/parse_record.ts";
import { openSealedJson, sealJson } from "../store/sealed_json.ts";

/** Far more than any record has; a longer text is not looked at. */
const MOST_CHARACTERS = 1 << 24;

const digest = z.string().regex(/^[0-9a-f]{64}$/, "64 lower-case hex digits are wanted");
const count = z.number().nonnegative();
/** A name that is one part of a path on every system. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+=-]{0,63}$/, "a file name is wanted");
const json = z.record(z.string(), z.unknown());

const filedRecord = z.looseObject({
  schema: z.literal(3),
  key: digest,
  id: z.string().min(1),
  experiment: z.string().min(1),
  kind: z.string().min(1),
  params: json,
  inputs: z.record(z.string(), digest),
  fingerprint: z.string().min(1),
  outputs: z.record(
    z.string(),
    z.object({ digest, sizeBytes: z.int().nonnegative(), file: fileName }),
  ),
  outcome: z.enum(["done", "diverged"]),
  detail: z.string().optional(),
  facts: json,
  host: json,
  startedAt: z.iso.datetime(),
  elapsedMs: count,
  peakRssBytes: count,
  code: digest,
});

/** A record's file is not one that Assay wrote. */
export class RecordError extends SyntaxError {
  override readonly name = "RecordError";
}

/**
 * Reads the file of a record and believes nothing of it: its seal must hold, its members must be there and of their
 * types, and its key must be the one that its kind, parameters, inputs and code make.
 *
 * @param text The text of `records/<key>.json`.
 * @returns The record, with the digest of its code in place of the code.
 * @throws {RecordError} Saying what is wrong with it.
 */
export function inspectRecord(text: string): FiledRecord {
  if (text.length > MOST_CHARACTERS) {
    throw new RecordError(
      `it has ${text.length} characters, ${MOST_CHARACTERS} at most are wanted`,
    );
  }
  try {
    const value = openSealedJson(text) as object;
    // Another way to write the same, such as a name that comes twice.
    if (sealJson(value) !== text) throw new SyntaxError("it is not written as Assay writes it");
    const parsed = filedRecord.safeParse(value);
    if (!parsed.success) throw new SyntaxError(describeIssue(parsed.error.issues[0]));
    const record = value as unknown as FiledRecord;
    toCanonicalJson(value);
    const key = makeStageKey(record);
    if (key !== record.key) throw new SyntaxError(`its contents make the key ${key}`);
    return record;
  } catch (cause) {
    throw new RecordError((cause as Error).message, { cause });
  }
}

function describeIssue({ path, message }: { path: readonly PropertyKey[]; message: string }) {
  return `${path.length === 0 ? "it" : `"${path.map(String).join(".")}"`}: ${message}`;
}
