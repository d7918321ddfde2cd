import { assertEquals, assertThrows } from "@std/assert";
import { crc32 } from "node:zlib";
import { encode } from "fast-png";
import { readGreyPng } from "../../src/formats/read_grey_png.ts";

const GREY = [0, 7, 255, 128, 1, 254];

function encodePixels(channels: number, toPixel: (grey: number) => number[]): Uint8Array {
  return encode({ width: 3, height: 2, data: Uint8Array.from(GREY.flatMap(toPixel)), channels });
}

/** The chunk that says which grey stands for transparent; it comes after the header, which ends at byte 33. */
function makeTransparency(grey: number): number[] {
  const chunk = Uint8Array.from([..."tRNS"].map((letter) => letter.charCodeAt(0)).concat(0, grey));
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, crc32(chunk));
  return [0, 0, 0, 2, ...chunk, ...sum];
}

Deno.test("readGreyPng() reads grey, with alpha, and stored in colour, alike", () => {
  const files = [
    encodePixels(1, (grey) => [grey]),
    encodePixels(2, (grey) => [grey, 255]),
    encodePixels(3, (grey) => [grey, grey, grey]),
    encodePixels(4, (grey) => [grey, grey, grey, 255]),
  ];
  for (const file of files) {
    assertEquals(readGreyPng(file), { width: 3, height: 2, pixels: Uint8Array.from(GREY) });
  }
});

Deno.test("readGreyPng() refuses colours and transparency with their place", () => {
  assertThrows(
    () => readGreyPng(encodePixels(3, (grey) => [grey, grey, grey === 1 ? 9 : grey])),
    SyntaxError,
    "the pixel at row 1, column 1 is (1, 1, 9); equal channels, grey, are wanted",
  );
  assertThrows(
    () => readGreyPng(encodePixels(4, (grey) => [grey, grey, grey, grey])),
    SyntaxError,
    "the pixel at row 0, column 0 is transparent; opaque ones are wanted",
  );
});

Deno.test("readGreyPng() refuses a damaged file, and a colour that stands for transparent", () => {
  const file = encodePixels(1, (grey) => [grey]);
  const places = [...file.keys()].filter((at) => at >= 8);
  for (const at of places) {
    const damaged = file.map((byte, place) => place === at ? byte ^ 4 : byte);
    assertThrows(() => readGreyPng(damaged), SyntaxError, "Cannot read a grey PNG: ");
  }
  assertThrows(
    () =>
      readGreyPng(
        Uint8Array.from([...file.slice(0, 33), ...makeTransparency(7), ...file.slice(33)]),
      ),
    SyntaxError,
    "it has a transparent colour",
  );
});

Deno.test("readGreyPng() says that a file is cut off or damaged, and counts one bit as one", () => {
  const file = encodePixels(1, (grey) => [grey]);
  for (const broken of [file.subarray(0, -20), file.subarray(0, 50)]) {
    assertThrows(() => readGreyPng(broken), SyntaxError, "the file is cut off or damaged");
  }
  const bit = encode({ width: 8, height: 1, data: Uint8Array.of(7), channels: 1, depth: 1 });
  assertThrows(() => readGreyPng(bit), SyntaxError, "it has 1 bit a channel");
});

Deno.test("readGreyPng() refuses other depths, and what is no PNG", () => {
  const deep = encode({ width: 1, height: 1, data: Uint16Array.of(9), channels: 1, depth: 16 });
  assertThrows(() => readGreyPng(deep), SyntaxError, "it has 16 bits a channel; grey of 8 bits");
  assertThrows(() => readGreyPng(Uint8Array.of(1, 2)), SyntaxError, "Cannot read a grey PNG: ");
});
