import { readFields } from "./protobuf.ts";

/** One input of an operation: a tensor, or a list whose length is the attribute `countAttribute`. */
export interface InputDefinition {
  readonly name: string;
  /** Name of the attribute that holds the list's length; absent for a single tensor. */
  readonly countAttribute?: string;
}

/** `OpDef.input_arg`, `ArgDef.name`, `ArgDef.number_attr` in `tensorflow/core/framework/op_def.proto`. */
const INPUT_ARG = 2;
const ARG_NAME = 1;
const ARG_NUMBER_ATTR = 5;

const decoder = new TextDecoder();

/**
 * Reads the inputs out of an `OpDef` message.
 *
 * @param message The encoded `OpDef`.
 * @returns The inputs in order.
 */
export function parseInputs(message: Uint8Array): InputDefinition[] {
  const inputs: InputDefinition[] = [];
  for (const { number, value } of readFields(message)) {
    if (number !== INPUT_ARG || typeof value === "number") continue;
    let name = "";
    let countAttribute: string | undefined;
    for (const field of readFields(value)) {
      if (typeof field.value === "number") continue;
      if (field.number === ARG_NAME) name = decoder.decode(field.value);
      if (field.number === ARG_NUMBER_ATTR) countAttribute = decoder.decode(field.value);
    }
    inputs.push(countAttribute ? { name, countAttribute } : { name });
  }
  return inputs;
}
