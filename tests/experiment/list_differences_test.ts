import { assertEquals } from "@std/assert";
import { listDifferences } from "../../src/experiment/list_differences.ts";
import { parseExperiment } from "../../src/experiment/parse.ts";

function compare(variants: object, base: object = {}): ReturnType<typeof listDifferences> {
  const spec = { name: "a", question: "Why?", dataset: { kind: "mnist" }, base, variants };
  return listDifferences(parseExperiment(spec, { file: "a.ts" }).variants);
}

Deno.test("listDifferences() finds none where there are none", () => {
  assertEquals(compare({ a: {} }), []);
  assertEquals(compare({ a: {}, b: { latentDim: 64 } }), []);
});

Deno.test("listDifferences() goes as deep as the variants are alike", () => {
  const differences = compare({
    a: { batchSize: 32 },
    b: { optimizer: { learningRate: { generator: 1e-3 } }, generator: { hidden: [4] } },
  });
  assertEquals(differences, [
    { path: "batchSize", values: { a: 32, b: 64 } },
    { path: "optimizer.learningRate.generator", values: { a: 2e-4, b: 1e-3 } },
    { path: "generator.hidden", values: { a: [256, 512], b: [4] } },
  ]);
});

Deno.test("listDifferences() shows networks of different kinds whole", () => {
  const differences = compare({
    a: { generator: { hidden: [4] } },
    b: { generator: { kind: "dcgan" } },
  });
  assertEquals(differences, [{
    path: "generator",
    values: {
      a: { kind: "mlp", hidden: [4], activation: "leaky-relu" },
      b: { kind: "dcgan", channels: [128, 64] },
    },
  }]);
});

Deno.test("listDifferences() leaves out variants that lack a setting", () => {
  const minibatchDiscrimination = { kernels: 2, dimensions: 3, reduction: "sum" };
  const differences = compare({ a: {}, b: { discriminator: { minibatchDiscrimination } } });
  assertEquals(differences, [{
    path: "discriminator.minibatchDiscrimination",
    values: { b: minibatchDiscrimination },
  }]);
});
