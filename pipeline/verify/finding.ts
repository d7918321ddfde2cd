/** What can be wrong with a file of a store. */
export type Problem =
  | "missing"
  | "wrong size"
  | "wrong digest"
  | "unreadable"
  | "broken record"
  | "misplaced record"
  | "broken file"
  | "symbolic link"
  | "hard link"
  | "unknown file";

/** Damage to one file. */
export interface Finding {
  /** Path in the results folder, with `/`. */
  readonly path: string;
  readonly problem: Problem;
  /** What is there and what is wanted. */
  readonly detail: string;
  /** Keys of the records that cannot be trusted because of it. */
  readonly keys: readonly string[];
}
