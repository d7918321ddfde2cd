import { join } from "node:path";
import { z } from "zod";
import { PROVENANCE_FILE } from "./published.ts";

const statement = z.object({
  says: z.string(),
  get values() {
    return z.record(
      z.string(),
      z.union([
        z.number(),
        z.string(),
        z.object({ percent: z.number() }),
        statement,
        z.array(statement),
      ]),
    ).optional();
  },
});

const provenance = z.object({
  experiment: z.string(),
  keys: z.record(z.string(), z.string().nullable()),
  files: z.record(z.string(), z.string()).default({}),
  command: z.string().default(""),
  stages: z.array(z.object({
    id: z.string(),
    status: z.string(),
    elapsedMs: z.number().nullable(),
    startedAt: z.string().optional(),
    message: z.string().optional(),
  })).default([]),
  provenance: z.array(z.object({
    label: z.string(),
    value: z.union([z.string(), z.array(statement)]),
  })).default([]),
});

/** What a `provenance.json` tells of a published experiment. */
export type Provenance = z.infer<typeof provenance>;

/**
 * Reads the `provenance.json` of a view folder.
 *
 * @param folder The view folder.
 * @throws {SyntaxError} If it is not as a publisher writes it.
 */
export async function readProvenance(folder: string): Promise<Provenance> {
  const text = await Deno.readTextFile(join(folder, PROVENANCE_FILE));
  const parsed = provenance.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  throw new SyntaxError(`Cannot read ${PROVENANCE_FILE}: "${path.join(".")}": ${message}`);
}
