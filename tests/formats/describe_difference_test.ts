import { assertEquals } from "@std/assert";
import { describeDifference } from "../../src/formats/describe_difference.ts";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";

function write(tensors: Record<string, StoredTensor>): Uint8Array {
  return writeSafetensors({ tensors, metadata: {} });
}

function matrix(...values: number[]): StoredTensor {
  return { dtype: "F32", shape: [2, values.length / 2], data: Float32Array.from(values) };
}

Deno.test("describeDifference() names the tensor, the element, both values, and how far they are apart", () => {
  const before = write({ bias: matrix(0, 0), kernel: matrix(1, 2, 3, 4, 5, 6) });
  const now = write({ bias: matrix(0, 0), kernel: matrix(1, 2, 3, 4.5, 5, 8) });
  assertEquals(
    describeDifference(before, now),
    '1 of 2 tensors, first tensor "kernel" at [1, 0]: 4, now 4.5; 2 of 6 elements differ, by at most 2.00',
  );
});

Deno.test("describeDifference() tells -0 from 0, NaN from a number, and not NaN from NaN", () => {
  const before = write({ a: matrix(0, NaN, NaN, 1) });
  assertEquals(
    describeDifference(before, write({ a: matrix(-0, NaN, 2, 1) })),
    '1 of 1 tensors, first tensor "a" at [0, 0]: 0, now 0; 2 of 4 elements differ, by at most Infinity',
  );
});

Deno.test("describeDifference() names a tensor that is missing, or of another shape", () => {
  const before = write({ a: matrix(1, 2) });
  assertEquals(
    describeDifference(before, write({ a: matrix(1, 2), b: matrix(1, 2) })),
    '1 of 2 tensors, first tensor "b" is in one of them only',
  );
  assertEquals(
    describeDifference(before, write({ a: matrix(1, 2, 3, 4) })),
    '1 of 1 tensors, first tensor "a" is F32 [2, 1], now F32 [2, 2]',
  );
});

Deno.test("describeDifference() gives the byte of what is neither tensors nor text, and of what is cut off", () => {
  assertEquals(
    describeDifference(new Uint8Array([1, 255, 3]), new Uint8Array([1, 254, 3, 4])),
    "from byte 1 of 3, now 4 bytes",
  );
  const encode = (text: string) => new TextEncoder().encode(text);
  assertEquals(
    describeDifference(encode("ab\ncd"), encode("ab\n")),
    'from byte 3 (line 2): "cd", now ""',
  );
  assertEquals(
    describeDifference(encode("a,b\n1,2\n"), encode("x,b\n1,2\n")),
    'from byte 0 (line 1): "a,b", now "x,b"',
  );
  assertEquals(describeDifference(encode("ab"), encode("ab")), "no difference");
});
