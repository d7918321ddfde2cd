import { assert, assertEquals, assertGreater } from "@std/assert";
import type * as tf from "@tensorflow/tfjs";
import type { CompileMode } from "../../../../src/engine/engine.ts";
import { disposeTree } from "../../../../src/engine/tensor_tree.ts";
import { openTestEngine } from "../../open_test_engine.ts";
import {
  computeOutputs,
  differentiateOutputs,
  listDifferentiable,
  makeInputs,
  type OperationCase,
} from "./case.ts";
import { FAMILIES } from "./cases.ts";
import { assertRefused } from "./check_case.ts";

const engine = await openTestEngine();
const cases = Object.values(FAMILIES).flatMap((family) => Object.entries(family));

/** Relative to the largest element; 0 is equality to the last bit. XLA fuses and reorders, graphs do not. */
const BOUNDS: Readonly<Record<CompileMode, number>> = { graph: 0, xla: 1e-6 };
const MODES = Object.keys(BOUNDS) as CompileMode[];

for (const [name, operation] of cases) {
  Deno.test(`${name} gives in graphs and XLA what it gives eagerly`, () => {
    const { refuses = {} } = operation;
    const inputs = makeInputs(name, operation);
    if (refuses.eager !== undefined) {
      assertRefused(() => computeOutputs(operation, inputs), refuses.eager);
      return;
    }
    const outputs = computeOutputs(operation, inputs);
    const by = listDifferentiable(inputs, outputs);
    const isDifferentiable = by.length > 0 && refuses.gradient === undefined;
    if (refuses.gradient !== undefined) {
      assertRefused(() => differentiateOutputs(operation, inputs, by), refuses.gradient);
    }
    const differentiate = (inputs: readonly tf.Tensor[]) =>
      isDifferentiable ? differentiateOutputs(operation, inputs, by) : [];
    const gradients = differentiate(inputs);
    for (const mode of MODES) {
      const step = engine.compile("step", (inputs: readonly tf.Tensor[]) => ({
        outputs: computeOutputs(operation, inputs),
        gradients: differentiate(inputs),
      }), { mode });
      const refusal = refuses[mode];
      if (refusal !== undefined) {
        assertRefused(() => step(inputs), refusal);
        continue;
      }
      const captured = step(inputs);
      assertSame(outputs, captured.outputs, mode, operation, "output");
      assertSame(gradients, captured.gradients, mode, operation, "gradient");
      disposeTree(captured);
    }
  });
}

function assertSame(
  expected: readonly tf.Tensor[],
  actual: readonly tf.Tensor[],
  mode: CompileMode,
  { loose }: OperationCase,
  what: string,
): void {
  const bound = loose?.[mode as keyof typeof loose]?.[0] ?? BOUNDS[mode];
  assertEquals(actual.map(describe), expected.map(describe));
  expected.forEach((tensor, index) => {
    const [wanted, got] = [tensor.dataSync(), actual[index].dataSync()];
    const largest = Math.max(...Array.from(wanted, (value) => Math.abs(value) || 0));
    wanted.forEach((value, at) => {
      const isEqual = Object.is(value, got[at]) || Math.abs(value - got[at]) <= bound * largest;
      assert(isEqual, `${what} ${index}[${at}] is ${value} eagerly and ${got[at]} by ${mode}`);
    });
  });
}

function describe({ dtype, shape }: tf.Tensor): string {
  return `${dtype}[${shape}]`;
}

Deno.test("the table holds at least 120 operations that run in all three ways", () => {
  const names = cases
    .filter(([, { refuses }]) => refuses?.eager === undefined && refuses?.xla === undefined)
    .map(([name]) => name.split(" ")[0]);
  assertGreater(new Set(names).size, 120);
});
