import type { Context } from "./context.ts";
import { DataType } from "./data_type.ts";
import { executeEagerly, makeHandle } from "./eager.ts";
import { GraphCapture } from "./graph_capture.ts";
import { TensorFlowError } from "./status.ts";
import { XLA_CALL } from "./xla.ts";

const PROBE = "xla_probe";
const known = new WeakMap<Context, boolean>();

/**
 * Whether the library can compile by XLA, found out by compiling the identity of a scalar, once a context.
 *
 * @param context The context.
 */
export function hasXla(context: Context): boolean {
  let answer = known.get(context);
  if (answer === undefined) {
    answer = probe(context);
    known.set(context, answer);
  }
  return answer;
}

function probe(context: Context): boolean {
  const scalar = { shape: [], dataType: DataType.INT32 };
  const graph = new GraphCapture(context);
  const handle = makeHandle(context, { ...scalar, values: [0] });
  try {
    graph.finish(PROBE, [graph.addInput(scalar)], "xla");
    const call = { name: PROBE, attributes: XLA_CALL, inputs: [handle], outputCount: 1 };
    for (const output of executeEagerly(context, call)) context.api.TFE_DeleteTensorHandle(output);
    return true;
  } catch (error) {
    if (error instanceof TensorFlowError) return false;
    throw error;
  } finally {
    context.api.TFE_DeleteTensorHandle(handle);
    graph.close();
  }
}
