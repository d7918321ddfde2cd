import type { CompileMode } from "../engine.ts";
import { type Attribute, graphSetters, setAttributes, toDims } from "./attributes.ts";
import type { Pointer } from "./c_api.ts";
import { toCString } from "./c_string.ts";
import type { Context } from "./context.ts";
import type { TensorDescription } from "./eager.ts";
import { type InputDefinition, parseInputs } from "./op_definition.ts";
import { encodeVarints } from "./protobuf.ts";
import { ATTR_VALUE_BOOL, XLA_MUST_COMPILE } from "./xla.ts";

/** One output of an operation in a graph (`TF_Output`), and the operation's type for error texts. */
export interface GraphOutput {
  readonly operation: Pointer;
  readonly index: number;
  readonly type: string;
}

const OUTPUT_BYTES = 16;

/**
 * A graph that grows by one operation for each one that a step calls, and ends as a function of the context.
 *
 * Source: "Tracing", TensorFlow guide "Introduction to graphs and tf.function"; C calls of `c_api.h`.
 */
export class GraphCapture {
  readonly #context: Context;
  readonly #graph: Pointer;
  readonly #inputs: GraphOutput[] = [];
  readonly #definitions = new Map<string, InputDefinition[]>();
  #nodeCount = 0;

  constructor(context: Context) {
    this.#context = context;
    this.#graph = context.api.TF_NewGraph();
  }

  /** Adds an argument of the function. */
  addInput(description: TensorDescription): GraphOutput {
    const input = this.#add("Placeholder", (operation) => {
      const setters = graphSetters(this.#context.api, operation);
      setters.type(toCString("dtype"), description.dataType);
      setters.shape(toCString("shape"), toDims(description.shape), description.shape.length);
    });
    this.#inputs.push(input);
    return input;
  }

  /** Adds a constant with the elements of a `TF_Tensor`; the tensor stays the caller's to free. */
  addConstant(tensor: Pointer, dataType: number): GraphOutput {
    const { api, status } = this.#context;
    return this.#add("Const", (operation) => {
      api.TF_SetAttrTensor(operation, toCString("value"), tensor, status.pointer);
      status.check("Const");
      api.TF_SetAttrType(operation, toCString("dtype"), dataType);
    });
  }

  /**
   * Adds an operation. Lists (`ConcatV2`, `Pack`, `AddN`, …) are told apart by the library's own definition of it.
   *
   * @throws {TensorFlowError} Naming the operation, e.g. when shapes do not fit.
   */
  addOperation(
    call: { name: string; attributes: readonly Attribute[]; inputs: readonly GraphOutput[] },
  ): GraphOutput {
    const definition = this.#define(call.name);
    const counts = new Map(
      call.attributes.map(({ name, value }) => [name, value as number] as const),
    );
    return this.#add(call.name, (operation) => {
      const { api } = this.#context;
      let at = 0;
      for (const { countAttribute } of definition) {
        if (countAttribute === undefined) {
          api.TF_AddInput(operation, packOutputs([call.inputs[at++]]));
          continue;
        }
        const others = definition.length - 1;
        const count = counts.get(countAttribute) ?? call.inputs.length - others;
        api.TF_AddInputList(operation, packOutputs(call.inputs.slice(at, at += count)), count);
      }
      const inferred = new Set(definition.map((input) => input.countAttribute));
      setAttributes(
        graphSetters(api, operation),
        call.attributes.filter((attribute) => !inferred.has(attribute.name)),
      );
    });
  }

  /**
   * Shape and type of an output, by TensorFlow's shape inference.
   *
   * @throws {Error} When a size is not known: a captured step has static shapes.
   */
  describe(output: GraphOutput): TensorDescription {
    const { api, status } = this.#context;
    const packed = packOutputs([output]);
    const rank = api.TF_GraphGetTensorNumDims(this.#graph, packed, status.pointer);
    status.check(output.type);
    const dims = new BigInt64Array(Math.max(rank, 1));
    if (rank > 0) {
      api.TF_GraphGetTensorShape(this.#graph, packed, dims, rank, status.pointer);
      status.check(output.type);
    }
    const shape = Array.from(dims.subarray(0, Math.max(rank, 0)), Number);
    if (rank < 0 || shape.some((size) => size < 0)) {
      const known = rank < 0
        ? "of unknown rank"
        : `[${shape.map((size) => size < 0 ? "?" : size)}]`;
      throw new Error(
        `Cannot capture "${output.type}": the shape of its output, ${known}, is not known before it runs. ` +
          `Use operations whose output shape follows from their inputs' shapes`,
      );
    }
    return { shape, dataType: api.TF_OperationOutputType(packed) };
  }

  /**
   * Makes the graph a function of the context, callable as an operation of that name.
   *
   * @param name Name of the function, unique in the context.
   * @param outputs What it returns, in order.
   * @param mode `"xla"` marks it for XLA to compile as one kernel.
   */
  finish(name: string, outputs: readonly GraphOutput[], mode: CompileMode): void {
    const { api, status, pointer } = this.#context;
    const returned = outputs.map((output) => this.#addIdentity(output));
    const definition = api.TF_GraphToFunction(
      this.#graph,
      toCString(name),
      0,
      -1,
      null,
      this.#inputs.length,
      packOutputs(this.#inputs),
      returned.length,
      packOutputs(returned),
      null,
      null,
      null,
      status.pointer,
    );
    status.check(name);
    try {
      if (mode === "xla") {
        const value = encodeVarints({ [ATTR_VALUE_BOOL]: 1 });
        const length = BigInt(value.length);
        api.TF_FunctionSetAttrValueProto(
          definition,
          toCString(XLA_MUST_COMPILE),
          value,
          length,
          status.pointer,
        );
        status.check(name);
      }
      api.TFE_ContextAddFunction(pointer, definition, status.pointer);
      status.check(name);
    } finally {
      api.TF_DeleteFunction(definition);
    }
  }

  /** Operations so far, arguments and constants included. */
  get operationCount(): number {
    return this.#nodeCount;
  }

  /** Frees the graph; the function lives on in the context. */
  close(): void {
    this.#context.api.TF_DeleteGraph(this.#graph);
  }

  /** An argument, or one output twice, may be returned only through an operation of its own. */
  #addIdentity(output: GraphOutput): GraphOutput {
    return this.#add("Identity", (operation) => {
      this.#context.api.TF_AddInput(operation, packOutputs([output]));
    });
  }

  #add(type: string, fill: (operation: Pointer) => void): GraphOutput {
    const { api, status } = this.#context;
    const operation = api.TF_NewOperation(
      this.#graph,
      toCString(type),
      new TextEncoder().encode(`${type}_${this.#nodeCount++}\0`),
    );
    fill(operation);
    const finished = api.TF_FinishOperation(operation, status.pointer);
    status.check(type);
    return { operation: finished, index: 0, type };
  }

  #define(name: string): InputDefinition[] {
    let definition = this.#definitions.get(name);
    if (definition === undefined) {
      definition = parseInputs(this.#readOpDef(name));
      this.#definitions.set(name, definition);
    }
    return definition;
  }

  #readOpDef(name: string): Uint8Array {
    const { api, status } = this.#context;
    const buffer = api.TF_NewBuffer();
    try {
      api.TF_GraphGetOpDef(this.#graph, toCString(name), buffer, status.pointer);
      status.check(name);
      // TF_Buffer is { const void* data; size_t length; void (*data_deallocator)(…) }.
      const view = new Deno.UnsafePointerView(buffer!);
      const data = view.getPointer(0);
      const length = Number(view.getBigUint64(8));
      return new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(data!, length).slice(0));
    } finally {
      api.TF_DeleteBuffer(buffer);
    }
  }
}

/** Lays `TF_Output` structs one after another, 16 bytes each: the address, the index, four bytes of padding. */
function packOutputs(outputs: readonly GraphOutput[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(OUTPUT_BYTES * Math.max(outputs.length, 1));
  const view = new DataView(bytes.buffer);
  outputs.forEach(({ operation, index }, at) => {
    view.setBigUint64(OUTPUT_BYTES * at, Deno.UnsafePointer.value(operation), true);
    view.setInt32(OUTPUT_BYTES * at + 8, index, true);
  });
  return bytes;
}
