import { assertEquals } from "@std/assert";
import { fillThreefry, threefry2x32 } from "../../src/engine/threefry.ts";

interface Golden {
  readonly name: string;
  readonly vectors: { key: string[]; counter: string[]; output: string[] }[];
  readonly output: string[];
  readonly split3: string[][];
}

const cases: Golden[] = JSON.parse(
  Deno.readTextFileSync(new URL("../golden/prng.json", import.meta.url)),
).cases;

function findCase(name: string): Golden {
  return cases.find((one) => one.name === name)!;
}

function toPair(words: readonly string[]): [number, number] {
  return [parseInt(words[0], 16), parseInt(words[1], 16)];
}

for (const name of ["threefry2x32_20_random123_kat", "threefry2x32_20_random"]) {
  Deno.test(`threefry2x32() gives the golden words of ${name}`, () => {
    const { vectors } = findCase(name);
    const computed = vectors.map(({ key, counter }) => threefry2x32(toPair(key), toPair(counter)));
    assertEquals(computed, vectors.map(({ output }) => toPair(output)));
  });
}

Deno.test("threefry2x32() gives the bits and the split of jax.random", () => {
  const { output, split3 } = findCase("jax_partitionable_bits");
  const blocks = output.map((_, index) => threefry2x32([0, 42], [0, index]));
  assertEquals(
    blocks.map(([first, second]) => (first ^ second) >>> 0),
    output.map((word) => parseInt(word, 16)),
  );
  assertEquals(blocks.slice(0, 3), split3.map(toPair));
});

Deno.test("fillThreefry() writes the blocks of consecutive counters", () => {
  const words = new Uint32Array(7);
  fillThreefry(3, 4, 9, words, 100);
  const expected = [100, 101, 102, 103].flatMap((low) => threefry2x32([3, 4], [low, 9]));
  assertEquals([...words], expected.slice(0, 7));
});

Deno.test("fillThreefry() wraps the low counter at 2^32 and leaves the high one", () => {
  const words = new Uint32Array(4);
  fillThreefry(1, 2, 5, words, 0xffffffff);
  assertEquals([...words.slice(2)], threefry2x32([1, 2], [0, 5]));
});
