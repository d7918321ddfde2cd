import { assertEquals, assertThrows } from "@std/assert";
import { toPixels } from "../../../src/commands/evaluate/to_pixels.ts";

const read = (data: Parameters<typeof toPixels>[0]) => {
  const { pixels, range } = toPixels(data, "npy");
  return [range, ...pixels];
};
const refuse = (data: Parameters<typeof toPixels>[0], message: string) =>
  assertThrows(() => toPixels(data, "npy"), TypeError, message);

Deno.test("toPixels() takes whole numbers as 0 to 255, of either width alike", () => {
  for (const array of [Uint8Array, Int32Array]) {
    assertEquals(read(array.of(0, 2, 1)), ["0 to 255", 0, 2, 1]);
    assertEquals(read(array.of(0, 0)), ["0 to 255", 0, 0]);
    assertEquals(read(array.of()), ["0 to 255"]);
    refuse(array.of(0, 1), "npy has whole pixels from 0 to 1; 0 to 255 is wanted: multiply by 255");
    refuse(array.of(1, 1), "from 1 to 1; 0 to 255 is wanted: multiply by 255");
  }
  refuse(Int32Array.of(-1, 1), "npy has whole pixels from -1 to 1; 0 to 255 is wanted");
  refuse(Int32Array.of(0, 256), "npy has whole pixels from 0 to 256; 0 to 255 is wanted");
});

Deno.test("toPixels() refuses floating point that would be almost black from 0 to 255", () => {
  for (const most of [1.5, 2, 10, 16]) {
    refuse(
      Float32Array.of(0, most),
      `npy has pixels from 0 to ${most}; 0 to 1, -1 to 1 or 0 to 255 is wanted, and of 0 to 255 one above 16`,
    );
  }
  refuse(Float64Array.of(-1.01, 0.99), "npy has pixels from -1.01 to 0.99; 0 to 1");
  assertEquals(read(Float32Array.of(0, 17)), ["0 to 255", 0, 17]);
  assertEquals(read(Float64Array.of(0, 0)), ["0 to 1", 0, 0]);
});
