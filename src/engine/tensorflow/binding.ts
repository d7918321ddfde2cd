import type { CompileMode } from "../engine.ts";
import { type Attribute, AttributeKind } from "./attributes.ts";
import type { Pointer } from "./c_api.ts";
import type { Context } from "./context.ts";
import { DataType, type Elements } from "./data_type.ts";
import {
  describeHandle,
  executeEagerly,
  makeHandle,
  readHandle,
  type TensorDescription,
} from "./eager.ts";
import type { GraphCapture, GraphOutput } from "./graph_capture.ts";
import { XLA_CALL } from "./xla.ts";

/** What a kernel gets back for each output. */
export interface TensorMetadata {
  readonly id: number;
  readonly shape: number[];
  readonly dtype: number;
}

/** A tensor of the binding: real numbers on the device, or a place in the graph of a capture, gone with it. */
type Entry =
  | { readonly handle: Pointer }
  | { readonly output: GraphOutput; readonly capture: GraphCapture };

/**
 * The interface of the native addon of tfjs-node, over libtensorflow by FFI: its JavaScript kernels run unchanged
 * on top. While a capture is under way, operations are added to the graph instead of being run.
 *
 * With `precision: "float64"` every float32 of the kernels is a double underneath, for finite differences.
 */
export class Binding {
  readonly TF_FLOAT: number;
  readonly TF_INT32 = DataType.INT32;
  readonly TF_INT64 = DataType.INT64;
  readonly TF_BOOL = DataType.BOOL;
  readonly TF_COMPLEX64 = DataType.COMPLEX64;
  readonly TF_STRING = DataType.STRING;
  readonly TF_RESOURCE = DataType.RESOURCE;
  readonly TF_UINT8 = DataType.UINT8;
  readonly TF_ATTR_STRING = AttributeKind.STRING;
  readonly TF_ATTR_INT = AttributeKind.INT;
  readonly TF_ATTR_FLOAT = AttributeKind.FLOAT;
  readonly TF_ATTR_BOOL = AttributeKind.BOOL;
  readonly TF_ATTR_TYPE = AttributeKind.TYPE;
  readonly TF_ATTR_SHAPE = AttributeKind.SHAPE;
  readonly TF_ATTR_RESOURCE = AttributeKind.RESOURCE;
  readonly TF_Version: string;

  readonly #context: Context;
  readonly #entries = new Map<number, Entry>();
  #constants = new Map<number, GraphOutput>();
  #nextId = 1;
  #capture: GraphCapture | null = null;

  constructor(context: Context, options: { precision: "float32" | "float64" }) {
    this.#context = context;
    this.TF_Version = context.version;
    this.TF_FLOAT = options.precision === "float64" ? DataType.DOUBLE : DataType.FLOAT;
  }

  isUsingGpuDevice(): boolean {
    return this.#context.deviceTypes.includes("GPU");
  }

  getNumOfTensors(): number {
    return this.#entries.size;
  }

  /** Copies numbers to the device, under capture too: a tensor from outside may be written by its first use in a step. */
  createTensor(
    shape: number[],
    dtype: number | string,
    values: ArrayLike<number | bigint>,
  ): number {
    const dataType = typeof dtype === "string" ? this.#toDataType(dtype) : dtype;
    return this.#put({ handle: makeHandle(this.#context, { shape, dataType, values }) });
  }

  deleteTensor(id: number): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    if (entry && "handle" in entry) this.#context.api.TFE_DeleteTensorHandle(entry.handle);
  }

  /** @throws {Error} Under capture, naming the operation whose output was to be read. */
  tensorDataSync(id: number): Elements {
    const entry = this.#find(id);
    if ("output" in entry) {
      throw new Error(
        `Cannot read the output of "${entry.output.type}" on the host: a step under capture has no values yet. ` +
          `Return the tensor from the step and read it there`,
      );
    }
    return readHandle(this.#context, entry.handle);
  }

  executeOp(
    name: string,
    attributes: readonly Attribute[],
    inputIds: readonly number[],
    outputCount: number,
  ): TensorMetadata[] {
    if (this.#capture) {
      return this.#record(this.#capture, { name, attributes, inputIds, outputCount });
    }
    const inputs = inputIds.map((id) => this.#handle(id));
    return executeEagerly(this.#context, { name, attributes, inputs, outputCount }).map((handle) =>
      this.#describe(this.#put({ handle }), describeHandle(this.#context, handle))
    );
  }

  /**
   * Calls a captured function.
   *
   * @param name Its name.
   * @param form Its mode, and the shapes and types of what it returns, which are not asked for again.
   * @param inputIds Its arguments.
   */
  callFunction(
    name: string,
    form: { readonly mode: CompileMode; readonly outputs: readonly TensorDescription[] },
    inputIds: readonly number[],
  ): TensorMetadata[] {
    const inputs = inputIds.map((id) => this.#handle(id));
    const attributes = form.mode === "xla" ? XLA_CALL : [];
    const call = { name, attributes, inputs, outputCount: form.outputs.length };
    return executeEagerly(this.#context, call).map((handle, index) =>
      this.#describe(this.#put({ handle }), form.outputs[index])
    );
  }

  /** Frees all tensors; the context is then free to be closed. */
  close(): void {
    for (const id of this.#entries.keys()) this.deleteTensor(id);
  }

  /** Starts adding operations to `capture` in place of running them. */
  startCapture(capture: GraphCapture): void {
    this.#capture = capture;
    this.#constants = new Map();
  }

  /** Ends the capture: operations run again. Tensors of the graph are forgotten as they are disposed of. */
  endCapture(): void {
    this.#capture = null;
    this.#constants = new Map();
  }

  /** Adds an argument like the given tensor to the graph under capture. */
  addInput(id: number, capture: GraphCapture): TensorMetadata {
    const output = capture.addInput(describeHandle(this.#context, this.#handle(id)));
    return this.#describe(this.#put({ output, capture }), capture.describe(output));
  }

  /**
   * The place in the graph of a tensor: its own, or a constant when it holds numbers.
   *
   * @throws {Error} When it is the output of another capture, naming the operation.
   */
  toOutput(id: number, capture: GraphCapture): GraphOutput {
    const entry = this.#find(id);
    if ("output" in entry) {
      if (entry.capture !== capture) throw refuseOutput(entry.output);
      return entry.output;
    }
    const { api, status } = this.#context;
    let constant = this.#constants.get(id);
    if (constant === undefined) {
      const host = api.TFE_TensorHandleResolve(entry.handle, status.pointer);
      status.check("TFE_TensorHandleResolve");
      constant = capture.addConstant(host, api.TFE_TensorHandleDataType(entry.handle));
      api.TF_DeleteTensor(host);
      this.#constants.set(id, constant);
    }
    return constant;
  }

  #record(
    capture: GraphCapture,
    call: {
      name: string;
      attributes: readonly Attribute[];
      inputIds: readonly number[];
      outputCount: number;
    },
  ): TensorMetadata[] {
    const inputs = call.inputIds.map((id) => this.toOutput(id, capture));
    const first = capture.addOperation({ ...call, inputs });
    return Array.from({ length: call.outputCount }, (_, index) => {
      const output = { ...first, index };
      return this.#describe(this.#put({ output, capture }), capture.describe(output));
    });
  }

  #toDataType(dtype: string): number {
    const codes: Record<string, number> = {
      float32: this.TF_FLOAT,
      int32: this.TF_INT32,
      bool: this.TF_BOOL,
      complex64: this.TF_COMPLEX64,
    };
    const code = codes[dtype];
    if (code === undefined) throw new RangeError(`Cannot make a tensor of type "${dtype}"`);
    return code;
  }

  #handle(id: number): Pointer {
    const entry = this.#find(id);
    if ("output" in entry) throw refuseOutput(entry.output);
    return entry.handle;
  }

  #find(id: number): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new Error(`Cannot use tensor #${id}: it has been disposed of`);
    return entry;
  }

  #put(entry: Entry): number {
    this.#entries.set(this.#nextId, entry);
    return this.#nextId++;
  }

  #describe(id: number, { shape, dataType }: TensorDescription): TensorMetadata {
    return { id, shape, dtype: dataType };
  }
}

function refuseOutput({ type }: GraphOutput): Error {
  return new Error(
    `Cannot use the output of "${type}": it belongs to another capture, whose graph is gone when it ends. ` +
      `Return the tensor from its step, and use what the step returns`,
  );
}
