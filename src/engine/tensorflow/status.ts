import type { CApi, Pointer } from "./c_api.ts";
import { fromCString } from "./c_string.ts";

/** What TensorFlow refused, with the operation that it was asked for. */
export class TensorFlowError extends Error {
  override readonly name = "TensorFlowError";
  /** The operation or C call that failed, e.g. `"MatMul"`. */
  readonly operation: string;

  constructor(operation: string, reason: string) {
    super(`Cannot run "${operation}": ${reason}`);
    this.operation = operation;
  }
}

/** One reusable `TF_Status`. Every C call that takes a status is followed by {@linkcode Status.check}. */
export class Status {
  readonly pointer: Pointer;
  readonly #api: CApi;

  constructor(api: CApi) {
    this.#api = api;
    this.pointer = api.TF_NewStatus();
  }

  /**
   * Throws when the last call failed.
   *
   * @param operation What was asked for, for the error's text.
   * @throws {TensorFlowError} With TensorFlow's own message.
   */
  check(operation: string): void {
    if (this.#api.TF_GetCode(this.pointer) !== 0) {
      throw new TensorFlowError(operation, fromCString(this.#api.TF_Message(this.pointer)));
    }
  }

  /** Frees the C object. */
  close(): void {
    this.#api.TF_DeleteStatus(this.pointer);
  }
}
