import { assertEquals, assertThrows } from "@std/assert";
import { takeChannel } from "../../src/datasets/take_channel.ts";

Deno.test("takeChannel() takes every channel of two images of two pixels", () => {
  const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  assertEquals(
    [0, 1, 2].map((channel) => [...takeChannel(pixels, channel, 3)]),
    [[1, 4, 7, 10], [2, 5, 8, 11], [3, 6, 9, 12]],
  );
});

Deno.test("takeChannel() refuses a channel that is not there, and values of another number of channels", () => {
  assertThrows(
    () => takeChannel(Uint8Array.of(1, 2, 3), 3, 3),
    RangeError,
    "Cannot take channel 3 of 3 values",
  );
  assertThrows(() => takeChannel(Uint8Array.of(1, 2), 0, 3), RangeError, "they are of 3 channels");
});
