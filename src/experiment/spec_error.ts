/**
 * Thrown for a spec, or a choice of seeds, that cannot be run. The command line answers it with
 * exit code 2.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { SpecError } from "./spec_error.ts";
 *
 * assertEquals(new SpecError(["Cannot a", "Cannot b"]).message, "Cannot a\nCannot b");
 * ```
 */
export class SpecError extends Error {
  /** One line for each thing that is wrong. */
  readonly issues: readonly string[];

  /**
   * Joins the lines to a message.
   *
   * @param issues One line for each thing that is wrong; at least one.
   * @param options Standard error options, such as `cause`.
   */
  constructor(issues: readonly string[], options?: ErrorOptions) {
    super(issues.join("\n"), options);
    this.name = "SpecError";
    this.issues = issues;
  }
}
