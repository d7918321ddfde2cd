import * as tf from "@tensorflow/tfjs";
import type { Engine, EngineDescription, Step } from "../engine.ts";
import { listTensors, rebuildTree, type TensorTree } from "../tensor_tree.ts";
import { Binding } from "./binding.ts";
import { openLibrary } from "./c_api.ts";
import { refuseRandomness } from "./capture_guard.ts";
import { closeContext, type Context, openContext } from "./context.ts";
import { GraphCapture } from "./graph_capture.ts";
import { registerBackend, removeBackend, type TensorFlowBackend } from "./tfjs_backend.ts";

/** How {@linkcode openTensorFlow} opens the engine. */
export interface TensorFlowOptions {
  /** Path of `libtensorflow_cc`. */
  readonly libraryPath: string;
  /** Threads inside one operation, >= 1. */
  readonly threads: number;
  /** `false` runs steps operation by operation, to test captures against. Default `true`. */
  readonly capture?: boolean;
  /** `"float64"` computes float32 tensors as doubles, for finite differences. Default `"float32"`. */
  readonly precision?: "float32" | "float64";
}

/** A captured step: the function's name, and the structure of its result. */
interface Captured {
  readonly functionName: string;
  readonly result: TensorTree;
  readonly outputCount: number;
}

/**
 * Opens libtensorflow as tfjs's backend. One engine is open in a process at a time.
 *
 * @param options Library, threads and mode.
 * @returns The engine.
 * @throws {Error} When the library cannot be loaded.
 */
export function openTensorFlow(options: TensorFlowOptions): Engine {
  const context = openContext(openLibrary(options.libraryPath), options);
  const binding = new Binding(context, { precision: options.precision ?? "float32" });
  const backend = registerBackend(binding);
  const capture = options.capture ?? true;
  const description: EngineDescription = {
    name: capture ? "tensorflow" : "tensorflow-eager",
    version: context.version,
    device: binding.isUsingGpuDevice() ? "GPU" : "CPU",
    threads: options.threads,
  };
  const makeStep = capture ? makeCapturedStep : makeEagerStep;
  return {
    description,
    compile: (name, step) => makeStep(name, step, { context, binding, backend }),
    tensorCount: () => binding.getNumOfTensors(),
    close: () => {
      removeBackend();
      closeContext(context);
    },
  };
}

interface Parts {
  readonly context: Context;
  readonly binding: Binding;
  readonly backend: TensorFlowBackend;
}

function makeEagerStep<A extends readonly TensorTree[], R extends TensorTree>(
  _name: string,
  step: Step<A, R>,
): Step<A, R> {
  return (...args) => tf.tidy(() => step(...args) as unknown as tf.TensorContainer) as unknown as R;
}

let functionCount = 0;

function makeCapturedStep<A extends readonly TensorTree[], R extends TensorTree>(
  name: string,
  step: Step<A, R>,
  parts: Parts,
): Step<A, R> {
  const captures = new Map<string, Captured>();
  return (...args) => {
    const tensors = listTensors(args).map(([, tensor]) => tensor);
    const ids = parts.backend.getInputTensorIds(tensors);
    const signature = describeSignature(args);
    let captured = captures.get(signature);
    if (captured === undefined) {
      captured = captureStep(name, step, args, ids, parts);
      captures.set(signature, captured);
    }
    const outputs = parts.binding.executeOp(captured.functionName, [], ids, captured.outputCount);
    const results = outputs.map((metadata) => parts.backend.createOutputTensor(metadata));
    return rebuildTree(captured.result, results) as R;
  };
}

function captureStep<A extends readonly TensorTree[], R extends TensorTree>(
  name: string,
  step: Step<A, R>,
  args: A,
  ids: readonly number[],
  { context, binding, backend }: Parts,
): Captured {
  const functionName = `${name}_${functionCount++}`;
  const graph = new GraphCapture(context);
  binding.startCapture(graph);
  tf.engine().startScope(name);
  try {
    const inputs = ids.map((id) => backend.createOutputTensor(binding.addInput(id, graph)));
    const result = refuseRandomness(name, () => step(...rebuildTree(args, inputs)));
    const tensors = listTensors(result).map(([, tensor]) => tensor);
    const outputs = backend.getInputTensorIds(tensors).map((id) => binding.toOutput(id, graph));
    graph.finish(functionName, outputs);
    return { functionName, result: toSkeleton(result), outputCount: outputs.length };
  } finally {
    tf.engine().endScope();
    binding.endCapture();
    graph.close();
  }
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
