import * as tf from "@tensorflow/tfjs";

/** What tfjs remembers of an operation, for the way back. */
interface TapeNode {
  readonly kernelName?: string;
  readonly inputs: Readonly<Record<string, { readonly id: number }>>;
  readonly outputs: readonly { readonly id: number }[];
}

/** The inner side of tfjs's engine that writes the tape. */
interface TapeWriter {
  addTapeNode(...node: unknown[]): void;
  readonly state: { readonly activeTape: TapeNode[]; readonly gradientDepth: number };
}

/**
 * Makes tfjs write an operation on its tape before the clones of its outputs.
 *
 * Gradients such as tanh's, dy (1 - y^2), save a clone of the output y. tfjs-core 4.22 records that clone before the
 * operation itself, so that the walk which looks for paths from x to the result meets the clone when y is not yet known to
 * depend on x, and drops it: first derivatives are right, second derivatives lack the terms through y, silently.
 *
 * A `customGrad` may also save a tensor of its own making, whose way from x the tape never sees. Where a derivative of a
 * derivative is under way, that is an error. Idempotent.
 */
export function orderTape(): void {
  const engine = tf.engine() as unknown as TapeWriter;
  engine.addTapeNode = addInOrder;
}

/** `node` ends in the saved clones, whose own entries are the last ones on the tape, and the attributes. */
function addInOrder(this: TapeWriter, ...node: unknown[]): void {
  (Object.getPrototypeOf(this) as TapeWriter).addTapeNode.apply(this, node);
  const [savedTensors] = node.slice(-2) as [readonly unknown[]];
  const tape = this.state.activeTape;
  const last = tape[tape.length - 1];
  const firstClone = tape.length - 1 - savedTensors.length;
  const inputs = new Set(Object.values(last.inputs).map((input) => input?.id));
  const outputs = new Set(last.outputs.map((output) => output.id));
  let place = tape.length - 1;
  for (let at = tape.length - 2; at >= firstClone; at--) {
    const [source] = Object.values(tape[at].inputs);
    if (outputs.has(source.id)) place = at;
    else if (!inputs.has(source.id) && this.state.gradientDepth > 1) refuse(last);
  }
  if (place < tape.length - 1) tape.splice(place, 0, tape.pop()!);
}

function refuse(node: TapeNode): never {
  throw new Error(
    `Cannot differentiate "${
      node.kernelName?.replace(/__op$/, "")
    }" twice: its gradient keeps a tensor that is neither its input nor its ` +
      `output. Keep inputs and compute the rest of them in the gradient`,
  );
}
