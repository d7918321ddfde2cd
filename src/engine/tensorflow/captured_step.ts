import * as tf from "@tensorflow/tfjs";
import type { Compilation, CompileMode, Step } from "../engine.ts";
import { listTensors, type TensorTree } from "../tensor_tree.ts";
import { buildTree, describeTree, matchTree, type TreeSignature } from "../tree_signature.ts";
import type { Binding } from "./binding.ts";
import { checkResult, refuseRandomness } from "./capture_guard.ts";
import type { Context } from "./context.ts";
import type { TensorDescription } from "./eager.ts";
import { GraphCapture } from "./graph_capture.ts";
import { locateStep } from "./locate_step.ts";
import type { TensorFlowBackend } from "./tfjs_backend.ts";
import { hasXla } from "./has_xla.ts";

/** What a step needs of the engine. */
export interface EngineParts {
  readonly context: Context;
  readonly binding: Binding;
  readonly backend: TensorFlowBackend;
  /** Told of each capture once it has run. */
  readonly onCompiled: (compilation: Compilation) => void;
}

/** A step as its author gave it. */
export interface StepRequest<A extends readonly TensorTree[], R extends TensorTree> {
  readonly name: string;
  readonly step: Step<A, R>;
  readonly mode: CompileMode;
}

/** A captured step: for which arguments, the function's name, how it is run, and the structure of its result. */
interface Captured {
  readonly signature: TreeSignature;
  readonly functionName: string;
  readonly mode: CompileMode;
  readonly result: TreeSignature;
  readonly outputs: readonly TensorDescription[];
}

/** Frames kept of an error under capture: tfjs puts a dozen of its own between an operation and the step. */
const STACK_DEPTH = 100;

let functionCount = 0;

/**
 * Makes a step that is captured once a signature and then replayed.
 *
 * Source: "Tracing" in TensorFlow's guide "Introduction to graphs and tf.function".
 *
 * @param request Name, step and mode.
 * @param parts The engine.
 * @returns The step.
 */
export function makeCapturedStep<A extends readonly TensorTree[], R extends TensorTree>(
  request: StepRequest<A, R>,
  parts: EngineParts,
): Step<A, R> {
  const captures: Captured[] = [];
  return (...args) => {
    for (const captured of captures) {
      const tensors: tf.Tensor[] = [];
      if (!matchTree(captured.signature, args, tensors)) continue;
      return replay(captured, parts.backend.getInputTensorIds(tensors), parts) as R;
    }
    const tensors = listTensors(args).map(([, tensor]) => tensor);
    const first = captureAndReplay(request, args, parts.backend.getInputTensorIds(tensors), parts);
    captures.push(first.captured);
    return first.result;
  };
}

function replay(captured: Captured, ids: readonly number[], parts: EngineParts): TensorTree {
  const { binding, backend } = parts;
  const outputs = binding.callFunction(captured.functionName, captured, ids);
  return buildTree(
    captured.result,
    outputs.map((metadata) => backend.createOutputTensor(metadata)),
  );
}

function captureAndReplay<A extends readonly TensorTree[], R extends TensorTree>(
  request: StepRequest<A, R>,
  args: A,
  ids: readonly number[],
  parts: EngineParts,
): { captured: Captured; result: R } {
  const mode = request.mode === "xla" && !hasXla(parts.context) ? "graph" : request.mode;
  const startedAt = performance.now();
  const { captured, operationCount } = capture({ ...request, mode }, args, ids, parts);
  const capturedAt = performance.now();
  const result = replay(captured, ids, parts) as R;
  parts.onCompiled({
    step: request.name,
    mode,
    operationCount,
    captureMs: capturedAt - startedAt,
    firstCallMs: performance.now() - capturedAt,
    ...(mode === request.mode ? {} : { note: "this library has no XLA" }),
  });
  return { captured, result };
}

function capture<A extends readonly TensorTree[], R extends TensorTree>(
  { name, step, mode }: StepRequest<A, R>,
  args: A,
  ids: readonly number[],
  { context, binding, backend }: EngineParts,
): { captured: Captured; operationCount: number } {
  const functionName = `${name}_${functionCount++}`;
  const graph = new GraphCapture(context);
  const stackDepth = Error.stackTraceLimit;
  Error.stackTraceLimit = STACK_DEPTH;
  binding.startCapture(graph);
  tf.engine().startScope(name);
  try {
    const signature = describeTree(args);
    const inputs = ids.map((id) => backend.createOutputTensor(binding.addInput(id, graph)));
    const result = refuseRandomness(name, () => step(...buildTree(signature, inputs) as A));
    checkResult(name, result);
    const tensors = listTensors(result).map(([, tensor]) => tensor);
    const outputs = backend.getInputTensorIds(tensors).map((id) => binding.toOutput(id, graph));
    graph.finish(functionName, outputs, mode);
    return {
      captured: {
        signature,
        functionName,
        mode,
        result: describeTree(result),
        outputs: outputs.map((output) => graph.describe(output)),
      },
      operationCount: graph.operationCount,
    };
  } catch (error) {
    throw explain(error, name);
  } finally {
    Error.stackTraceLimit = stackDepth;
    tf.engine().endScope();
    binding.endCapture();
    graph.close();
  }
}

/** Adds the step and its line to what went wrong in it. */
function explain(error: unknown, step: string): unknown {
  if (!(error instanceof Error)) return error;
  const place = locateStep(error);
  error.message += `\n  in step "${step}"${place === undefined ? "" : `, ${place}`}`;
  return error;
}
