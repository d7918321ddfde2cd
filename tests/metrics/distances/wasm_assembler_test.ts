import { assert, assertEquals } from "@std/assert";
import { assembleModule, type Code, wasm } from "../../../src/metrics/distances/wasm_assembler.ts";

function run(body: Code, value: number): number {
  const bytes = assembleModule({ name: "run", parameters: 1, integers: 1, vectors: 1, body });
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Float32Array(memory.buffer).set([1, 2, 3, 4, 2.5]);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  return (instance.exports.run as (value: number) => number)(value);
}

Deno.test("assembleModule() makes modules that the engine accepts", () => {
  const body = wasm.get(0);
  const bytes = assembleModule({ name: "run", parameters: 1, integers: 0, vectors: 0, body });
  assert(WebAssembly.validate(bytes));
});

Deno.test("wasm encodes whole numbers of every length and sign", () => {
  for (
    const value of [0, 1, -1, 63, 64, -64, -65, 127, 128, 300, 2 ** 20, 2 ** 31 - 1, -(2 ** 31)]
  ) {
    assertEquals(run(wasm.integer(value), 0), value);
  }
});

Deno.test("wasm repeats while its condition is not 0", () => {
  // 5 + 4 + 3 + 2 + 1.
  const { get, set, integer } = wasm;
  const body = [
    ...wasm.repeatWhile([
      ...set(1, wasm.addIntegers(get(1), get(0))),
      ...set(0, wasm.subtractIntegers(get(0), integer(1))),
    ], get(0)),
    ...get(1),
  ];
  assertEquals(run(body, 5), 15);
});

Deno.test("wasm compares four float32 at once, the first in the lowest bit", () => {
  // 1 2 3 4 against 2.5 in all places: the last two are as large.
  const values = wasm.load(wasm.get(0), 0), limit = wasm.loadSplat("float32", wasm.get(0), 16);
  assertEquals(run(wasm.maskGreaterOrEqual(values, limit), 0), 0b1100);
  // (x + x) >= min (x · x, 2.5): 2 >= 1, 4 >= 2.5, 6 >= 2.5, 8 >= 2.5.
  const least = wasm.minimum(wasm.multiply("float32", values, values), limit);
  assertEquals(run(wasm.maskGreaterOrEqual(wasm.add("float32", values, values), least), 0), 0b1111);
});

Deno.test("wasm squares differences of int16 and adds neighbours", () => {
  // 16 bytes of float32 1 2 3 4 as int16 are 0 16256, 0 16384, 0 16448, 0 16512; the other vector is 2.5 four times.
  const { get, loadSplat } = wasm;
  const values = wasm.load(get(0), 0), other = loadSplat("float32", get(0), 16);
  const difference = wasm.subtractShorts(values, other);
  const body = [
    ...wasm.store(get(0), 32, wasm.multiplyShortPairs(difference, difference)),
    ...wasm.store(get(0), 48, wasm.addVectorIntegers(wasm.load(get(0), 32), wasm.load(get(0), 32))),
    ...get(0),
  ];
  const bytes = assembleModule({ name: "run", parameters: 1, integers: 0, vectors: 0, body });
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Float32Array(memory.buffer).set([1, 2, 3, 4, 2.5]);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  (exports.run as (value: number) => number)(0);
  const high = (value: number) => new Int16Array(Float32Array.of(value).buffer)[1];
  const squares = [1, 2, 3, 4].map((value) => (high(value) - high(2.5)) ** 2);
  assertEquals([...new Int32Array(memory.buffer, 32, 4)], squares);
  assertEquals([...new Int32Array(memory.buffer, 48, 4)], squares.map((square) => 2 * square));
});
