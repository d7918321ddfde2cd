import type { Statement } from "../statements/statement.ts";

/** Name of the message for how a training ended. */
export type DivergenceName = `divergence.${"not_finite" | "other"}`;

/** Columns of a training's history that may stop being finite, or grow without end. */
const QUANTITIES = [
  "discriminator_loss",
  "generator_loss",
  "d_real",
  "d_fake",
  "discriminator_gradient_norm",
  "generator_gradient_norm",
] as const;

/** Such a column. */
export type Quantity = (typeof QUANTITIES)[number];

/** Name of the message for one. */
export type QuantityName = `quantity.${Quantity}`;

/**
 * Reads why a training ended, which an outcome holds as one line.
 *
 * @param reason Such as `generator_loss is NaN at step 412`.
 * @returns The same as a statement; a reason of another form is taken as it stands.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeDivergence } from "./describe_divergence.ts";
 *
 * assertEquals(describeDivergence("generator_loss is NaN at step 412"), {
 *   says: "divergence.not_finite",
 *   values: { quantity: { says: "quantity.generator_loss" }, value: "NaN", step: 412 },
 * });
 * ```
 */
export function describeDivergence(reason: string): Statement<DivergenceName> {
  const [, column, value, step] = /^(\w+) is (NaN|-?Infinity) at step (\d+)$/.exec(reason) ?? [];
  const quantity = QUANTITIES.find((one) => one === column);
  if (quantity === undefined) return { says: "divergence.other", values: { reason } };
  return {
    says: "divergence.not_finite",
    values: { quantity: { says: `quantity.${quantity}` }, value, step: Number(step) },
  };
}
