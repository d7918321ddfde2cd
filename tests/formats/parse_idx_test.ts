import { assertEquals, assertThrows } from "@std/assert";
import { prepareMnist } from "../../src/datasets/prepare_mnist.ts";
import { parseIdxImages, parseIdxLabels } from "../../src/formats/parse_idx.ts";
import { decodeBase64, readGolden } from "../read_golden.ts";

interface Case {
  readonly name: string;
  readonly images_base64: string;
  readonly labels_base64: string;
  readonly must_refuse?: boolean;
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  readonly pixels: number[];
  readonly labels: number[];
}

const { cases } = await readGolden<{ cases: Case[] }>("idx");

for (const golden of cases) {
  const images = decodeBase64(golden.images_base64);
  const labels = decodeBase64(golden.labels_base64);
  if (golden.must_refuse) {
    Deno.test(`prepareMnist() refuses ${golden.name}`, () => {
      const files = {
        trainImages: images,
        trainLabels: labels,
        testImages: images,
        testLabels: labels,
      };
      assertThrows(() => prepareMnist(files), Error, "Cannot");
    });
  } else {
    Deno.test(`parseIdxImages() and parseIdxLabels() read ${golden.name}`, () => {
      const { count, rows, columns, pixels } = parseIdxImages(images);
      assertEquals([count, rows, columns], [golden.count, golden.rows, golden.columns]);
      assertEquals([...pixels], golden.pixels.flat(3));
      assertEquals([...parseIdxLabels(labels)], golden.labels);
    });
  }
}

Deno.test("parseIdxLabels() names the magic number that it found", () => {
  assertThrows(
    () => parseIdxLabels(Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 0)),
    SyntaxError,
    "its magic number is 0x00000803, 0x00000801 is wanted",
  );
});
