import { assertEquals, assertThrows } from "@std/assert";
import { narrowInt64 } from "../../src/formats/narrow_int64.ts";
import { widenBfloat16 } from "../../src/formats/widen_bfloat16.ts";
import { widenFloat16 } from "../../src/formats/widen_float16.ts";
import { widenTensor } from "../../src/formats/widen_tensor.ts";

Deno.test("widenFloat16() gives every one of the 65,536 numbers as the platform does", () => {
  const halves = Uint16Array.from({ length: 65_536 }, (_, bits) => bits);
  const view = new DataView(halves.buffer);
  const expected = Float32Array.from(halves, (_, at) => view.getFloat16(2 * at, true));
  const found = widenFloat16(halves);
  assertEquals(found.findIndex((value, at) => !Object.is(value, expected[at])), -1);
});

Deno.test("widenBfloat16() keeps sign, subnormal numbers, Infinity and NaN", () => {
  const found = widenBfloat16(Uint16Array.of(0x8000, 0x0001, 0xff80, 0x7fc0, 0x4049));
  assertEquals([...found], [-0, 2 ** -133, -Infinity, NaN, 3.140625]);
});

Deno.test("narrowInt64() takes the ends of 32 bits, and refuses what is beyond", () => {
  const ends = [-(2 ** 31), 2 ** 31 - 1];
  assertEquals([...narrowInt64(BigInt64Array.from(ends, BigInt))], ends);
  for (const beyond of [2n ** 31n, -(2n ** 31n) - 1n]) {
    assertThrows(
      () => narrowInt64(BigInt64Array.of(0n, beyond)),
      RangeError,
      `Cannot narrow the whole number ${beyond} at 1: from -2147483648 to 2147483647 is wanted`,
    );
  }
});

Deno.test("widenTensor() refuses a type that it does not know, with those that it does", () => {
  assertThrows(
    () => widenTensor({ dtype: "C64", shape: [1], bytes: new Uint8Array(8) }),
    TypeError,
    'elements of the type "C64": known are U8, I32, F32, F64, F16, BF16, I64',
  );
});
