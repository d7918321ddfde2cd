import type { JsonObject } from "../canonical.ts";

/** An artifact in the store. */
export interface StoredArtifact {
  /** SHA-256, 64 lower-case hex digits. */
  readonly digest: string;
  readonly sizeBytes: number;
  /** File name that the kind gives it. */
  readonly file: string;
}

/** What the store keeps of a stage that ended well: provenance, and where its artifacts are. */
export interface StageRecord {
  readonly schema: 3;
  readonly key: string;
  readonly id: string;
  readonly experiment: string;
  readonly kind: string;
  readonly params: JsonObject;
  /** Digests by input name. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly fingerprint: string;
  /** Digest of each source file that the stage's code reaches, by path in the project. */
  readonly sources: Readonly<Record<string, string>>;
  /** `name@version` of each package that it reaches. */
  readonly packages: readonly string[];
  readonly outputs: Readonly<Record<string, StoredArtifact>>;
  readonly outcome: "done" | "diverged";
  /** Why it diverged. */
  readonly detail?: string;
  /** What the stage itself told, such as its engine. */
  readonly facts: JsonObject;
  readonly host: JsonObject;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly elapsedMs: number;
  readonly peakRssBytes: number;
}

/** What the store keeps of a stage that failed; never taken for a result. */
export interface FailureRecord {
  readonly schema: 2;
  readonly key: string;
  readonly id: string;
  readonly experiment: string;
  readonly reason: string;
  /** Last lines of its log. */
  readonly log: string;
  readonly startedAt: string;
  readonly elapsedMs: number;
}
