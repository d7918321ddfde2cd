import * as tf from "@tensorflow/tfjs";

/** What tfjs remembers of an operation, for the way back. */
interface TapeNode {
  readonly inputs: Readonly<Record<string, { readonly id: number }>>;
  readonly outputs: readonly { readonly id: number }[];
}

/** The inner side of tfjs's engine that writes the tape. */
interface TapeWriter {
  addTapeNode(...node: unknown[]): void;
  readonly state: { readonly activeTape: TapeNode[] };
}

/**
 * Makes tfjs write an operation on its tape before the clones of its outputs.
 *
 * Gradients such as tanh's, dy (1 - y^2), save a clone of the output y. tfjs-core 4.22 records that clone before the
 * operation itself, so that the walk which looks for paths from x to the result meets the clone when y is not yet known to
 * depend on x, and drops it: first derivatives are right, second derivatives lack the terms through y, silently.
 * Idempotent.
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
  const last = tape.length - 1;
  const outputs = new Set(tape[last].outputs.map((output) => output.id));
  for (let at = Math.max(0, last - savedTensors.length); at < last; at++) {
    if (Object.values(tape[at].inputs).some((input) => outputs.has(input.id))) {
      tape.splice(at, 0, tape.pop()!);
      return;
    }
  }
}
