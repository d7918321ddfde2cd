import { assertAlmostEquals, assertEquals } from "@std/assert";
import { fillBoxMuller, writeBoxMuller } from "../../src/engine/box_muller.ts";

interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

interface Golden {
  readonly name: string;
  readonly inputs: { u1: number[]; u2: number[] };
  readonly params: { words: string[] };
  readonly expected: { z: number[]; z_cos: number[]; z_sin: number[] };
  readonly tolerance: Tolerance;
}

const cases: Golden[] = JSON.parse(
  Deno.readTextFileSync(new URL("../golden/box_muller.json", import.meta.url)),
).cases;

function assertClose(got: ArrayLike<number>, expected: number[], { rtol, atol }: Tolerance): void {
  assertEquals(got.length, expected.length);
  expected.forEach((value, index) =>
    assertAlmostEquals(got[index], value, atol + rtol * Math.abs(value), `value ${index}`)
  );
}

Deno.test("writeBoxMuller() gives the golden values of given uniforms", () => {
  const { inputs, expected, tolerance } = cases.find((one) => one.name === "given_uniforms")!;
  const pairs = inputs.u1.map((u1, index) => {
    const pair = new Float64Array(2);
    writeBoxMuller(u1, inputs.u2[index], pair, 0);
    return pair;
  });
  assertClose(pairs.map(([cosine]) => cosine), expected.z_cos, tolerance);
  assertClose(pairs.map(([, sine]) => sine), expected.z_sin, tolerance);
});

Deno.test("fillBoxMuller() gives the golden values of given words", () => {
  const { params, expected, tolerance } = cases.find((one) => one.name === "from_philox_words")!;
  const values = new Float64Array(expected.z.length);
  fillBoxMuller(Uint32Array.from(params.words, (word) => parseInt(word, 16)), values);
  assertClose(values, expected.z, tolerance);
});

Deno.test("fillBoxMuller() drops the last sine of an odd count", () => {
  const words = Uint32Array.of(1, 2, 3, 4);
  const [even, odd] = [new Float32Array(4), new Float32Array(3)];
  fillBoxMuller(words, even);
  fillBoxMuller(words, odd);
  assertEquals(odd, even.slice(0, 3));
});

Deno.test("fillBoxMuller() stays within 6.77 at the extreme words", () => {
  const values = new Float64Array(4);
  fillBoxMuller(Uint32Array.of(0, 0, 0xffffffff, 0xffffffff), values);
  assertAlmostEquals(values[0], Math.sqrt(66 * Math.LN2), 1e-12);
  assertAlmostEquals(values[2], Math.sqrt(2 * 2 ** -33), 1e-9);
});
