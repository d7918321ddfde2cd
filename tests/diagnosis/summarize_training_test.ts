import { assertEquals } from "@std/assert";
import { summarizeTraining } from "../../src/diagnosis/mod.ts";

const objective = "non-saturating";

function makeHistory(
  count: number,
  columns: Readonly<Record<string, (step: number) => number>> = {},
): Record<string, Float64Array> {
  const names = ["discriminator_loss", "generator_loss", "d_real", "d_fake"]
    .concat(["discriminator_gradient_norm", "generator_gradient_norm"]);
  const steps = Float64Array.from({ length: count }, (_, index) => index + 1);
  return {
    step: steps,
    ...Object.fromEntries(names.map((name) => [name, steps.map(columns[name] ?? (() => 1))])),
  };
}

Deno.test("summarizeTraining() takes medians over the last tenth, so that one wild step changes nothing", () => {
  const history = makeHistory(100, {
    discriminator_loss: (step) => step === 99 ? 1e9 : step > 90 ? 0.2 : 1.3,
    d_real: () => 0.9,
    d_fake: (step) => step > 90 ? 0.1 : 0.5,
  });
  assertEquals(summarizeTraining(history, { step: 100, objective }), {
    step: 100,
    discriminatorLoss: 0.2,
    answers: { real: 0.9, fake: 0.1 },
    generatorGradient: 1,
    largestGeneratorGradient: 1,
    growth: { name: "generator_loss", size: 1, factor: 1 },
  });
});

Deno.test("summarizeTraining() looks no further than the step", () => {
  const history = makeHistory(100, { discriminator_loss: (step) => step > 50 ? 9 : 1 });
  assertEquals(summarizeTraining(history, { step: 50, objective })!.discriminatorLoss, 1);
});

Deno.test("summarizeTraining() finds what grows without end, and gradients that vanish", () => {
  const history = makeHistory(200, {
    generator_loss: (step) => -Math.exp(step / 8),
    generator_gradient_norm: (step) => Math.exp(-step / 8),
  });
  const { growth, generatorGradient, largestGeneratorGradient } = summarizeTraining(history, {
    step: 200,
    objective,
  })!;
  assertEquals(growth.name, "generator_loss");
  assertEquals(growth.factor > 1e4 && growth.size > 1e9, true);
  assertEquals(generatorGradient / largestGeneratorGradient < 1e-6, true);
});

Deno.test("summarizeTraining() has no probabilities of a critic, and nothing to say of nothing", () => {
  const signs = summarizeTraining(makeHistory(20), { step: 20, objective: "wasserstein" })!;
  assertEquals(signs.answers, undefined);
  assertEquals(summarizeTraining(makeHistory(20), { step: 0, objective }), undefined);
  assertEquals(summarizeTraining({}, { step: 5, objective }), undefined);
});
