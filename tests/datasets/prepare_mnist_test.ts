import { assertEquals, assertThrows } from "@std/assert";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { type MnistBytes, prepareMnist } from "../../src/datasets/prepare_mnist.ts";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";

/** An IDX file of labels, or of images of 1 x 1 pixel. */
function makeIdx(kind: "images" | "labels", values: number[]): Uint8Array {
  const count = [0, 0, 0, values.length];
  return kind === "labels"
    ? Uint8Array.of(0, 0, 8, 1, ...count, ...values)
    : Uint8Array.of(0, 0, 8, 3, ...count, 0, 0, 0, 1, 0, 0, 0, 1, ...values);
}

const SMALL: MnistBytes = {
  trainImages: makeIdx("images", [10, 20]),
  trainLabels: makeIdx("labels", [3, 9]),
  testImages: makeIdx("images", [30]),
  testLabels: makeIdx("labels", [0]),
};

Deno.test("prepareMnist() names the tensors of both splits", () => {
  assertEquals(prepareMnist(SMALL), {
    tensors: {
      "train/images": { dtype: "U8", shape: [2, 1, 1], data: Uint8Array.of(10, 20) },
      "train/labels": { dtype: "U8", shape: [2], data: Uint8Array.of(3, 9) },
      "test/images": { dtype: "U8", shape: [1, 1, 1], data: Uint8Array.of(30) },
      "test/labels": { dtype: "U8", shape: [1], data: Uint8Array.of(0) },
    },
    metadata: { kind: "images", classCount: "10" },
  });
});

Deno.test("prepareMnist() turns the real files into 60,000 and 10,000 digits", () => {
  const files = locateMnist();
  const read = (name: keyof MnistBytes) => Deno.readFileSync(files[name].path);
  const prepared = prepareMnist({
    trainImages: read("trainImages"),
    trainLabels: read("trainLabels"),
    testImages: read("testImages"),
    testLabels: read("testLabels"),
  });
  const { tensors } = readSafetensors(writeSafetensors(prepared));
  assertEquals(tensors["train/images"].shape, [60_000, 28, 28]);
  assertEquals(tensors["test/images"].shape, [10_000, 28, 28]);
  assertEquals([...tensors["train/labels"].data.slice(0, 5)], [5, 0, 4, 1, 9]);
  assertEquals([...tensors["test/labels"].data.slice(0, 5)], [7, 2, 1, 0, 4]);
  const counts = new Array(10).fill(0);
  for (const label of tensors["test/labels"].data) counts[label]++;
  assertEquals(counts, [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  // The mean that every MNIST recipe normalises with, 0.1307 of 255.
  const pixels = tensors["train/images"].data;
  let sum = 0;
  for (let index = 0; index < pixels.length; index++) sum += pixels[index];
  assertEquals((sum / pixels.length / 255).toFixed(4), "0.1307");
});

Deno.test("prepareMnist() refuses images and labels of different numbers", () => {
  assertThrows(
    () => prepareMnist({ ...SMALL, testLabels: makeIdx("labels", [0, 1]) }),
    RangeError,
    "Cannot pair 1 test images with 2 labels: equal numbers are wanted",
  );
});

Deno.test("prepareMnist() refuses a label beyond 9", () => {
  assertThrows(
    () => prepareMnist({ ...SMALL, trainLabels: makeIdx("labels", [3, 10]) }),
    RangeError,
    "Cannot use the train label 1: value is 10; 0 to 9 is wanted",
  );
});

Deno.test("prepareMnist() refuses a truncated file", () => {
  assertThrows(
    () => prepareMnist({ ...SMALL, trainImages: SMALL.trainImages.subarray(0, 17) }),
    SyntaxError,
    "1 bytes follow its header, [2,1,1] wants 2",
  );
});
