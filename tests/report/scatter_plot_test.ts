import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { decode } from "fast-png";
import { encodeField } from "../../src/report/draw_field.ts";
import { drawScatter } from "../../src/report/scatter_plot.ts";
import { readPlanes, toPlaneTensors } from "../../src/stages/plane_tensors.ts";

const WINDOW = { x: 0, y: 0, size: 4 };
const OPTIONS = { window: WINDOW, color: "red", label: "", centres: [], radius: 1, isReal: false };

Deno.test("encodeField() is orange where the answer is fake, blue where real, clear between", () => {
  const source = encodeField(Float32Array.of(0, 1, 0.5, NaN));
  const bytes = Uint8Array.from(atob(source.split(",")[1]), (letter) => letter.charCodeAt(0));
  const pixels = [...decode(bytes).data];
  // Rows come from the bottom and are drawn from the top.
  assertEquals(pixels.filter((_, at) => at % 4 === 3), [0, 0, 150, 150]);
  assertEquals(pixels.slice(8, 11), [0xd5, 0x5e, 0x00]);
  assertEquals(pixels.slice(12, 15), [0x00, 0x72, 0xb2]);
});

Deno.test("drawScatter() draws the net as rows and columns, and breaks it where it is not finite", () => {
  const manifold = Float32Array.of(0, 0, 4, 0, NaN, NaN, 4, 4);
  const plane = { step: 1, window: WINDOW, field: Float32Array.of(0.5), manifold };
  const svg = drawScatter(Float32Array.of(1, 1, 99, 99), { ...OPTIONS, plane });
  assertStringIncludes(svg, `class="manifold" d="M0 400L400 400M400 0M0 400M400 400L400 0"`);
  assertStringIncludes(svg, `d="M100 300h0"`);
  assertMatch(
    svg,
    /<image class="field" href="data:image\/png;base64,[^"]+" x="0" y="0" width="400"/,
  );
});

Deno.test("readPlanes() reads what toPlaneTensors() wrote; a critic's scores lie about their median", () => {
  const plane = {
    field: Float32Array.of(-1, 0, 1, 100),
    window: WINDOW,
    manifold: new Float32Array(8),
  };
  const tensors = toPlaneTensors("step=000250", plane);
  assertEquals(tensors["step=000250/field"].shape, [2, 2]);
  const [read] = readPlanes(tensors, false);
  assertEquals([read.step, read.window, read.field[1]], [250, WINDOW, 0.5]);
  assertEquals(readPlanes(tensors, true)[0].field[1], 0.5);
  assertEquals(readPlanes(tensors, true)[0].field[0] < 0.3, true);
});
