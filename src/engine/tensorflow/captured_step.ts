import * as tf from "@tensorflow/tfjs";
import type { Compilation, CompileMode, Step } from "../engine.ts";
import { listTensors, rebuildTree, type TensorTree } from "../tensor_tree.ts";
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

/** A captured step: the function's name, how it is run, and the structure of its result. */
interface Captured {
  readonly functionName: string;
  readonly mode: CompileMode;
  readonly result: TensorTree;
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
  const captures = new Map<string, Captured>();
  return (...args) => {
    const tensors = listTensors(args).map(([, tensor]) => tensor);
    const ids = parts.backend.getInputTensorIds(tensors);
    const signature = describeSignature(args);
    const captured = captures.get(signature);
    if (captured !== undefined) return replay(captured, ids, parts) as R;
    const first = captureAndReplay(request, args, ids, parts);
    captures.set(signature, first.captured);
    return first.result;
  };
}

function replay(captured: Captured, ids: readonly number[], parts: EngineParts): TensorTree {
  const { binding, backend } = parts;
  const outputs = binding.callFunction(captured.functionName, captured, ids);
  return rebuildTree(
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
    const inputs = ids.map((id) => backend.createOutputTensor(binding.addInput(id, graph)));
    const result = refuseRandomness(name, () => step(...rebuildTree(args, inputs)));
    checkResult(name, result);
    const tensors = listTensors(result).map(([, tensor]) => tensor);
    const outputs = backend.getInputTensorIds(tensors).map((id) => binding.toOutput(id, graph));
    graph.finish(functionName, outputs, mode);
    return {
      captured: {
        functionName,
        mode,
        result: toSkeleton(result),
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

/** The structure of a result without its tensors, whose disposal the capture's scope takes care of. */
function toSkeleton(result: TensorTree): TensorTree {
  const leaf = { dataId: {} } as unknown as tf.Tensor;
  return rebuildTree(result, listTensors(result).map(() => leaf));
}

function describeSignature(args: readonly TensorTree[]): string {
  return listTensors(args)
    .map(([path, tensor]) => `${path}:${tensor.dtype}[${tensor.shape}]`)
    .join(";");
}
