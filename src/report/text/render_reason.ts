import { describeDivergence } from "../../diagnosis/mod.ts";
import { renderStatement } from "./render_statement.ts";

/**
 * Writes why a run diverged.
 *
 * @param reason As its outcome has it, such as `generator_loss is NaN at step 412`; absent where it has none.
 * @returns Markup in the page's language; a reason of another form as it stands.
 */
export function renderReason(reason: string | undefined): string {
  return reason === undefined ? "" : renderStatement(describeDivergence(reason));
}
