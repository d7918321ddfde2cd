import { assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { prepareMnist } from "../../src/datasets/prepare_mnist.ts";

Deno.test("locateMnist() finds the canonical files with their pinned digests, and prepareMnist() reads them", async () => {
  const files = locateMnist();
  const bytes = Object.fromEntries(
    await Promise.all(
      Object.entries(files).map(async ([name, { path, digest }]) => {
        const content = await Deno.readFile(path);
        assertEquals(createHash("sha256").update(content).digest("hex"), digest, name);
        return [name, content] as const;
      }),
    ),
  );
  const { tensors } = prepareMnist(bytes as Record<keyof typeof files, Uint8Array>);
  assertEquals(tensors["train/images"].shape, [60_000, 28, 28]);
  assertEquals(tensors["test/images"].shape, [10_000, 28, 28]);
  assertEquals([...tensors["train/labels"].data.slice(0, 5)], [5, 0, 4, 1, 9]);
  const pixels = Array.from(tensors["test/images"].data).reduce((sum, pixel) => sum + pixel, 0);
  // The test split's mean pixel is 33.79.
  assertEquals((pixels / 7_840_000).toFixed(2), "33.79");
});
