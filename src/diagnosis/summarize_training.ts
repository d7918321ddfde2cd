import { median } from "simple-statistics";
import type { TrainingSigns } from "./signs.ts";

/** Columns of a training's history by name, all of one length; `step` is among them. */
type History = Readonly<Record<string, ArrayLike<number>>>;

/** Objectives whose discriminator's output is a logit, so that its sigmoid is a probability. */
const WITH_PROBABILITIES = ["non-saturating", "minimax"];

/** Losses and gradient norms, which may grow without end. */
const GROWING = [
  "discriminator_loss",
  "generator_loss",
  "discriminator_gradient_norm",
  "generator_gradient_norm",
] as const;

/**
 * Sums up how training went until a step: medians, as single steps are noise.
 *
 * @param history Columns as the stage `train-gan` logs them.
 * @param options Until which step, inclusive, and the name of the objective.
 * @returns The signs, or `undefined` where nothing was logged until then.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { summarizeTraining } from "./summarize_training.ts";
 *
 * const column = Array.from({ length: 20 }, (_, index) => index + 1);
 * const names = ["step", "discriminator_loss", "generator_loss", "d_real", "d_fake",
 *   "discriminator_gradient_norm", "generator_gradient_norm"];
 * const history = Object.fromEntries(names.map((name) => [name, column]));
 * const signs = summarizeTraining(history, { step: 10, objective: "wasserstein" })!;
 * assertEquals([signs.step, signs.discriminatorLoss, signs.answers], [10, 10, undefined]);
 * ```
 */
export function summarizeTraining(
  history: History,
  { step, objective }: { readonly step: number; readonly objective: string },
): TrainingSigns | undefined {
  const count = Array.from(history.step ?? []).filter((at) => at <= step).length;
  if (count === 0) return undefined;
  const width = Math.max(1, Math.round(count / 10));
  const take = (name: string, from: number, to: number) =>
    median(Array.from(history[name]).slice(from, to).map(Math.abs));
  const last = (name: string) => take(name, count - width, count);
  const gradients = Array.from(
    { length: Math.ceil(count / width) },
    (_, window) => take("generator_gradient_norm", window * width, (window + 1) * width),
  );
  const growths = GROWING.map((name) => {
    const size = last(name);
    return { name, size, factor: size / Math.max(take(name, 0, count), Number.MIN_VALUE) };
  });
  return {
    step: Math.min(step, history.step[count - 1]),
    discriminatorLoss: last("discriminator_loss"),
    ...(WITH_PROBABILITIES.includes(objective)
      ? { answers: { real: last("d_real"), fake: last("d_fake") } }
      : {}),
    generatorGradient: last("generator_gradient_norm"),
    largestGeneratorGradient: Math.max(...gradients),
    growth: growths.reduce((most, one) => one.factor > most.factor ? one : most),
  };
}
