import { type JsonObject, toJsonObject } from "./json.ts";

/** An artifact of another stage. */
export interface StageInput {
  /** Id of the stage that makes it. */
  readonly stage: string;
  /** Its name among the artifacts of that stage. */
  readonly artifact: string;
}

/** A file that a stage reads, with the SHA-256 that it must have, in hex. */
export interface StageFile {
  /** Where it lies. */
  readonly path: string;
  /** SHA-256 in lower-case hex. */
  readonly digest: string;
}

/** A stage of the graph, as the pipeline takes it. */
export interface StageNode {
  /** Unique, such as "train-gan/vanilla/seed=1". */
  readonly id: string;
  /** What is before the first "/" of the id. */
  readonly kind: string;
  /** All that the stage is told. */
  readonly params: JsonObject;
  /** What it reads of other stages, by its own name for it. */
  readonly inputs: Record<string, StageInput>;
  /** What it reads from outside, by its own name for it. */
  readonly files?: Record<string, StageFile>;
}

/** What a stage reads of others, by its own name for it. */
export type Inputs = Record<string, StageInput>;

/** Names an artifact of another stage. */
export function from(stage: string, artifact: string): StageInput {
  return { stage, artifact };
}

/** Makes a stage; its kind is before the first "/" of the id. */
export function makeNode(id: string, params: object, inputs: Inputs): StageNode {
  const kind = id.split("/", 1)[0];
  return { id, kind, params: toJsonObject(params), inputs };
}
