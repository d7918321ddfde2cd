/**
 * Just enough of the protocol-buffer wire format for two messages of TensorFlow: `ConfigProto`, which is
 * written, and `OpDef`, which is read.
 *
 * Source: protobuf.dev, "Encoding".
 */

/** A field of a message: a varint, or the bytes of a string or an embedded message. */
export interface Field {
  readonly number: number;
  readonly value: number | Uint8Array;
}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/**
 * Encodes varint fields.
 *
 * @param fields Field numbers (1 to 15) and values (integers >= 0, below 2^31).
 * @returns The message.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { encodeVarints } from "./protobuf.ts";
 *
 * assertEquals([...encodeVarints({ 1: 150 })], [0x08, 0x96, 0x01]);
 * ```
 */
export function encodeVarints(fields: Readonly<Record<number, number>>): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const [number, value] of Object.entries(fields)) {
    bytes.push((Number(number) << 3) | VARINT);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/**
 * Encodes a field that holds a message, or text.
 *
 * @param number The field, 1 to 15.
 * @param message Its bytes, fewer than 128.
 */
export function encodeMessage(number: number, message: ArrayLike<number>): number[] {
  return [(number << 3) | BYTES, message.length, ...Array.from(message)];
}

/**
 * Reads the fields of a message, in order; fixed-width fields are passed over.
 *
 * @param message The bytes.
 * @returns Its fields.
 * @throws {RangeError} When the message is cut short.
 */
export function* readFields(message: Uint8Array): Generator<Field> {
  let at = 0;
  function varint(): number {
    let value = 0;
    for (let scale = 1;; scale *= 128) {
      if (at >= message.length) throw new RangeError("Cannot read a message: it is cut short");
      const byte = message[at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }
  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (wireType === VARINT) yield { number, value: varint() };
    else if (wireType === BYTES) {
      const length = varint();
      if (at + length > message.length) {
        throw new RangeError("Cannot read a message: it is cut short");
      }
      yield { number, value: message.subarray(at, at += length) };
    } else if (wireType === FIXED64) at += 8;
    else if (wireType === FIXED32) at += 4;
    else throw new RangeError(`Cannot read a message: wire type ${wireType}`);
  }
}
