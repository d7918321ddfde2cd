import type { Statement } from "../../statements/statement.ts";
import { renderStatement } from "./render_statement.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/**
 * Writes a statement in English, without markup.
 *
 * @param statement What was found.
 * @returns Plain text.
 * @throws {RangeError} If there is no such message, or a slot of it has no value.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeStatement } from "./write_statement.ts";
 *
 * const values = { limit: { percent: 5 } };
 * assertEquals(writeStatement({ says: "bound.collapse_up_to", values }), "Up to 5 % is collapse.");
 * ```
 */
export function writeStatement(statement: Statement): string {
  return renderStatement(statement).replace(/<[^>]+>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);
}
