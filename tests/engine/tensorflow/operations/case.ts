import * as tf from "@tensorflow/tfjs";
import { weighOutput } from "../../check_gradients.ts";
import {
  drawIntegers,
  drawNormal,
  drawPermutation,
  drawUniform,
} from "../../../../src/engine/random.ts";

/** How an argument of an operation is made; the same numbers every time. */
export type Input = (stream: string) => tf.Tensor;

type Output = tf.Tensor | readonly tf.Tensor[];

/** Ways of running an operation that may refuse it; what `eager` refuses, all do. */
export type Way = "eager" | "graph" | "xla" | "float64" | "gradient" | "secondGradient";

/** One operation of tfjs. */
export interface OperationCase {
  readonly inputs: readonly Input[];
  // deno-lint-ignore no-explicit-any -- ranks of the arguments differ from case to case
  readonly compute: (...inputs: any[]) => Output;
  /** Ways in which it cannot run, with the start of the exact error. */
  readonly refuses?: Partial<Readonly<Record<Way, string>>>;
  /** Where results are not equal within the tests' own bounds: the bound, relative to the largest element, and why. */
  readonly loose?: Readonly<
    Partial<Record<"graph" | "xla", readonly [bound: number, why: string]>>
  >;
}

/** Operations by name; several cases of one operation are told apart by words after its name. */
export type OperationCases = Readonly<Record<string, OperationCase>>;

function countElements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Standard normal numbers. */
export function normal(...shape: number[]): Input {
  return (stream) =>
    tf.tensor(drawNormal({ seed: 7, stream, step: 0 }, countElements(shape)), shape);
}

/** Uniform numbers in [low, high). */
export function between(low: number, high: number, ...shape: number[]): Input {
  return (stream) => {
    const uniform = drawUniform({ seed: 7, stream, step: 0 }, countElements(shape));
    return tf.tensor(Float32Array.from(uniform, (u) => low + (high - low) * u), shape);
  };
}

/** Integers in [0, below) as int32. */
export function integers(below: number, ...shape: number[]): Input {
  return (stream) => {
    const drawn = drawIntegers({ seed: 7, stream, step: 0 }, countElements(shape), below);
    return tf.tensor(Int32Array.from(drawn), shape, "int32");
  };
}

/** The numbers 0 … n - 1 in random order: no two are close. */
export function shuffled(...shape: number[]): Input {
  return (stream) => {
    const order = drawPermutation({ seed: 7, stream, step: 0 }, countElements(shape));
    return tf.tensor(Float32Array.from(order), shape);
  };
}

/** True and false, as bool. */
export function bools(...shape: number[]): Input {
  return (stream) => {
    const drawn = drawIntegers({ seed: 7, stream, step: 0 }, countElements(shape), 2);
    return tf.tensor(Uint8Array.from(drawn), shape, "bool");
  };
}

/** Given numbers. */
export function given(
  values: number[] | number[][],
  dtype: "float32" | "int32" | "bool" = "float32",
): Input {
  return () => tf.tensor(values, undefined, dtype);
}

/** The inputs of a case, by a stream of the case's name. */
export function makeInputs(name: string, { inputs }: OperationCase): tf.Tensor[] {
  return inputs.map((input, index) => input(`${name}/${index}`));
}

/** The outputs of a case as a list. */
export function computeOutputs(
  { compute }: OperationCase,
  inputs: readonly tf.Tensor[],
): readonly tf.Tensor[] {
  const output = compute(...inputs);
  return output instanceof tf.Tensor ? [output] : output;
}

/** Which inputs can be differentiated by: those of type float32, if an output is float32 too. */
export function listDifferentiable(
  inputs: readonly tf.Tensor[],
  outputs: readonly tf.Tensor[],
): number[] {
  if (outputs.every(({ dtype }) => dtype !== "float32")) return [];
  return [...inputs.keys()].filter((index) => inputs[index].dtype === "float32");
}

/** The float32 outputs, weighed into one number. */
export function weighOutputs(operation: OperationCase, inputs: readonly tf.Tensor[]): tf.Tensor {
  const outputs = computeOutputs(operation, inputs).filter(({ dtype }) => dtype === "float32");
  return tf.addN(outputs.map(weighOutput));
}

/** The gradients of {@linkcode weighOutputs} by some of the inputs. */
export function differentiateOutputs(
  operation: OperationCase,
  inputs: readonly tf.Tensor[],
  by: readonly number[],
): tf.Tensor[] {
  if (by.length === 0) return [];
  return tf.grads((...moved: tf.Tensor[]) => weighOutputs(operation, replaceAt(inputs, by, moved)))(
    by.map((index) => inputs[index]),
  );
}

/** The list with other entries at some places. */
export function replaceAt<T>(list: readonly T[], places: readonly number[], values: readonly T[]) {
  const changed = [...list];
  places.forEach((place, index) => changed[place] = values[index]);
  return changed;
}
