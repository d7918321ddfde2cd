/** The numbers of the instructions that the kernels use, from the WebAssembly core specification. */
const OPCODE = {
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  get: 0x20,
  set: 0x21,
  constant: 0x41,
  i32Add: 0x6a,
  i32Subtract: 0x6b,
  i32Multiply: 0x6c,
  i32Or: 0x72,
  i32ShiftLeft: 0x74,
  vector: 0xfd,
} as const;

/** The numbers behind the prefix of the vector instructions. */
const VECTOR_OPCODE = {
  load: 0x00,
  store: 0x0b,
  greaterOrEqualFloat32: 0x46,
  subtractInt16: 0x91,
  bitmask: 0xa4,
  addInt32: 0xae,
  multiplyPairsInt16: 0xba,
  minimumFloat32: 0xe8,
} as const;

/** Those that exist once for each kind of lane. */
const LANE_OPCODE = {
  float32: { loadSplat: 0x09, add: 0xe4, multiply: 0xe6 },
  float64: { loadSplat: 0x0a, add: 0xf0, multiply: 0xf2 },
} as const;

/** What a vector of floats holds: four float32 or two float64. */
export type Lane = keyof typeof LANE_OPCODE;

/** Binary alignment that loads and stores state, 2^2 bytes; it is a hint. */
const ALIGN_4 = 2;
const I32 = 0x7f;
const V128 = 0x7b;

/** The bytes of some instructions. */
export type Code = readonly number[];

const vector = (opcode: number, ...immediates: number[]): Code => [
  OPCODE.vector,
  ...encodeUnsigned(opcode),
  ...immediates,
];

/** Instructions as functions: operands in the order in which the stack machine takes them. */
export const wasm = {
  get: (local: number): Code => [OPCODE.get, ...encodeUnsigned(local)],
  set: (local: number, value: Code): Code => [...value, OPCODE.set, ...encodeUnsigned(local)],
  integer: (value: number): Code => [OPCODE.constant, ...encodeSigned(value)],
  addIntegers: (a: Code, b: Code): Code => [...a, ...b, OPCODE.i32Add],
  subtractIntegers: (a: Code, b: Code): Code => [...a, ...b, OPCODE.i32Subtract],
  multiplyIntegers: (a: Code, b: Code): Code => [...a, ...b, OPCODE.i32Multiply],
  or: (a: Code, b: Code): Code => [...a, ...b, OPCODE.i32Or],
  shiftLeft: (a: Code, bits: Code): Code => [...a, ...bits, OPCODE.i32ShiftLeft],
  /** Runs the body, and again while the condition that it ends with is not 0. */
  repeatWhile: (body: Code, condition: Code): Code => [
    ...[OPCODE.loop, 0x40, ...body, ...condition],
    ...[OPCODE.branchIf, 0, OPCODE.end],
  ],
  /** A vector from memory at address + offset. */
  load: (address: Code, offset: number): Code => [
    ...address,
    ...vector(VECTOR_OPCODE.load, ALIGN_4, ...encodeUnsigned(offset)),
  ],
  /** A vector to memory at address + offset. */
  store: (address: Code, offset: number, value: Code): Code => [
    ...[...address, ...value],
    ...vector(VECTOR_OPCODE.store, ALIGN_4, ...encodeUnsigned(offset)),
  ],
  /** One number from memory in all places of a vector. */
  loadSplat: (lane: Lane, address: Code, offset: number): Code => [
    ...address,
    ...vector(LANE_OPCODE[lane].loadSplat, ALIGN_4, ...encodeUnsigned(offset)),
  ],
  add: (lane: Lane, a: Code, b: Code): Code => [...a, ...b, ...vector(LANE_OPCODE[lane].add)],
  multiply: (lane: Lane, a: Code, b: Code): Code => [
    ...[...a, ...b],
    ...vector(LANE_OPCODE[lane].multiply),
  ],
  /** Differences of eight int16. */
  subtractShorts: (a: Code, b: Code): Code => [
    ...[...a, ...b],
    ...vector(VECTOR_OPCODE.subtractInt16),
  ],
  /** Products of eight int16, each two neighbours added to one of four int32. */
  multiplyShortPairs: (a: Code, b: Code): Code => [
    ...[...a, ...b],
    ...vector(VECTOR_OPCODE.multiplyPairsInt16),
  ],
  /** Sums of four int32, modulo 2^32. */
  addVectorIntegers: (a: Code, b: Code): Code => [
    ...[...a, ...b],
    ...vector(VECTOR_OPCODE.addInt32),
  ],
  /** The smaller of each two float32; NaN where one is. */
  minimum: (a: Code, b: Code): Code => [...a, ...b, ...vector(VECTOR_OPCODE.minimumFloat32)],
  /** Four bits, the lowest for the first float32: a >= b. */
  maskGreaterOrEqual: (a: Code, b: Code): Code => [
    ...[...a, ...b, ...vector(VECTOR_OPCODE.greaterOrEqualFloat32)],
    ...vector(VECTOR_OPCODE.bitmask),
  ],
} as const;

/** A function from whole numbers (int32) to one, with locals behind its parameters. */
export interface WasmFunction {
  /** The name it is exported by. */
  readonly name: string;
  /** Number of int32 parameters; they are the first locals. */
  readonly parameters: number;
  /** Number of int32 locals behind them, 0 at the start. */
  readonly integers: number;
  /** Number of vector locals behind those, 0 at the start. */
  readonly vectors: number;
  /** What it does; it leaves one int32. */
  readonly body: Code;
}

/**
 * Assembles a WebAssembly module with one exported function over a memory that is imported as
 * `host.memory`.
 *
 * The bytes are the whole module: types, import, function, export and code sections. Vector
 * instructions round as IEEE 754 asks, one by one: results are the same on every machine.
 *
 * @param source The function.
 * @returns The bytes of the module, ready to compile.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { assembleModule, wasm } from "./wasm_assembler.ts";
 *
 * const body = wasm.addIntegers(wasm.get(0), wasm.integer(40));
 * const bytes = assembleModule({ name: "run", parameters: 1, integers: 0, vectors: 0, body });
 * const memory = new WebAssembly.Memory({ initial: 0 });
 * const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
 * assertEquals((exports.run as (value: number) => number)(2), 42);
 * ```
 *
 * Source: WebAssembly core specification 2.0, chapter 5, "Binary Format".
 */
export function assembleModule(source: WasmFunction): Uint8Array<ArrayBuffer> {
  const { name, parameters, integers, vectors, body } = source;
  const type = [0x60, ...list(Array(parameters).fill([I32])), ...list([[I32]])];
  const memory = [...text("host"), ...text("memory"), 0x02, 0x00, 0];
  const locals = list([[...encodeUnsigned(integers), I32], [...encodeUnsigned(vectors), V128]]);
  const code = [...locals, ...body, OPCODE.end];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [type]),
    ...section(2, [memory]),
    ...section(3, [[0]]),
    ...section(7, [[...text(name), 0x00, 0]]),
    ...section(10, [[...encodeUnsigned(code.length), ...code]]),
  ]);
}

function section(id: number, entries: readonly Code[]): number[] {
  const bytes = list(entries);
  return [id, ...encodeUnsigned(bytes.length), ...bytes];
}

function list(entries: readonly Code[]): number[] {
  return [...encodeUnsigned(entries.length), ...entries.flat()];
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...encodeUnsigned(bytes.length), ...bytes];
}

/** LEB128: seven bits a byte, the lowest first; the high bit says that more follow. */
function encodeUnsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...encodeUnsigned(value >>> 7)];
}

function encodeSigned(value: number): number[] {
  return value >= -0x40 && value < 0x40
    ? [value & 0x7f]
    : [(value & 0x7f) | 0x80, ...encodeSigned(value >> 7)];
}
