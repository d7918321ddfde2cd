import { assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { locateMnist, type MnistFile } from "../../src/datasets/mnist_files.ts";

const SIZES: Record<MnistFile, [string, number]> = {
  trainImages: ["train-images-idx3-ubyte", 47_040_016],
  trainLabels: ["train-labels-idx1-ubyte", 60_008],
  testImages: ["t10k-images-idx3-ubyte", 7_840_016],
  testLabels: ["t10k-labels-idx1-ubyte", 10_008],
};

Deno.test("locateMnist() finds the four installed files, and their bytes have the pinned digests", () => {
  const files = locateMnist();
  assertEquals(Object.keys(files), Object.keys(SIZES));
  for (const [name, { path, digest }] of Object.entries(files)) {
    const bytes = Deno.readFileSync(path);
    assertEquals([basename(path), bytes.length], SIZES[name as MnistFile]);
    assertEquals(createHash("sha256").update(bytes).digest("hex"), digest, path);
  }
});
