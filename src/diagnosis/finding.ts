import type { Evidence } from "./evidence.ts";
import type { Verdict } from "./verdicts.ts";

/** One thing that was looked at, and what it points to. */
export interface Finding {
  /** The verdict that it calls for by itself; `healthy` calls for no other, null says nothing of collapse. */
  readonly verdict: Verdict | null;
  /** The number, what it is held against, and why. */
  readonly evidence: Evidence;
}
