import type { ClaimResult } from "./claim_result.ts";
import type { Correction } from "./infer_claim.ts";

/** A claim that waits for the p values of the others. */
export interface ClaimDraft<Result extends ClaimResult = ClaimResult> {
  /** p value before correction; null where nothing is tested. */
  readonly pValue: number | null;
  /** Gives the verdict. */
  readonly conclude: (correction: Correction) => Result;
}

/** Concludes a claim as if it were the only one. */
export function concludeAlone<Result extends ClaimResult>(draft: ClaimDraft<Result>): Result {
  return draft.conclude({ count: 1, adjustedP: draft.pValue ?? 1, level: 0.95 });
}
