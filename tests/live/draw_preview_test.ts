import { assertEquals } from "@std/assert";
import { decode } from "fast-png";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import { drawPreview } from "../../src/live/draw_preview.ts";
import { encodePreview } from "../../src/stages/encode_preview.ts";
import type { PlaneWindow } from "../../src/training/draw_plane.ts";

/** Draws samples as a training tells of them. */
function draw(samples: StoredTensor, window: PlaneWindow | null): string {
  return drawPreview(Uint8Array.from(atob(encodePreview(samples, window)), toCode));
}

function toCode(character: string): number {
  return character.charCodeAt(0);
}

/** Pixels of a picture in a `data:` address. */
function read(address: string): ReturnType<typeof decode> {
  const text = address.slice("data:image/png;base64,".length);
  return decode(Uint8Array.from(atob(text), toCode));
}

Deno.test("drawPreview() shows points in the window, the upper ones above, and leaves out those outside", () => {
  const data = Float32Array.of(0, 1, 1, 0, 5, 5, NaN, 0);
  const window = { x: 0, y: 0, size: 1 };
  const { width, height, data: pixels } = read(
    draw({ dtype: "F32", shape: [4, 2], data }, window),
  );
  assertEquals([width, height], [144, 144]);
  const lit = [...pixels].flatMap((value, at) =>
    value > 0 ? [[at % width, Math.floor(at / width)]] : []
  );
  assertEquals(lit, [[0, 0], [1, 0], [0, 1], [1, 1], [142, 142], [143, 142], [142, 143], [
    143,
    143,
  ]]);
});

Deno.test("drawPreview() lays images out in a square, in colour where they are", () => {
  const grey = { dtype: "U8", shape: [4, 1, 1], data: Uint8Array.of(1, 2, 3, 4) } as const;
  const grid = read(draw(grey, null));
  assertEquals([grid.width, grid.height, grid.channels], [4, 4, 1]);
  assertEquals([0, 3, 12, 15].map((at) => grid.data[at]), [1, 2, 3, 4]);
  const colour = { dtype: "U8", shape: [1, 1, 1, 3], data: Uint8Array.of(9, 8, 7) } as const;
  assertEquals([...read(draw(colour, null)).data], [9, 8, 7]);
});
