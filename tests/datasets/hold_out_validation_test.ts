import { assertEquals, assertThrows } from "@std/assert";
import { holdOutValidation } from "../../src/datasets/hold_out_validation.ts";
import { prepareMixture } from "../../src/datasets/prepare_mixture.ts";

const RING = { kind: "ring", modeCount: 8, radius: 1, standardDeviation: 0.02 } as const;

Deno.test("holdOutValidation() takes the last training points, and leaves those that were trained on without it", () => {
  const plain = prepareMixture({ ...RING, trainCount: 300, testCount: 100 }, 0);
  const more = prepareMixture({ ...RING, trainCount: 400, testCount: 100 }, 0);
  const { data, validation } = holdOutValidation(more, 100);
  assertEquals(data, plain);
  assertEquals(validation.tensors["train/points"], plain.tensors["train/points"]);
  assertEquals(
    validation.tensors["test/points"].data,
    more.tensors["train/points"].data.slice(600),
  );
  assertEquals(
    validation.tensors["test/components"].data,
    more.tensors["train/components"].data.slice(300),
  );
  assertEquals(validation.tensors.centres, plain.tensors.centres);
});

Deno.test("holdOutValidation() lets nothing of the test split into the file for choosing", () => {
  const contents = prepareMixture({ ...RING, trainCount: 400, testCount: 100 }, 0);
  const other = {
    ...contents,
    tensors: {
      ...contents.tensors,
      "test/points": { dtype: "F32", shape: [1, 2], data: Float32Array.of(7, 7) } as const,
      "test/components": { dtype: "U8", shape: [1], data: Uint8Array.of(3) } as const,
    },
  };
  assertEquals(
    holdOutValidation(other, 100).validation,
    holdOutValidation(contents, 100).validation,
  );
});

Deno.test("holdOutValidation() parts images and labels alike", () => {
  const images = {
    dtype: "U8",
    shape: [3, 2, 2],
    data: Uint8Array.from({ length: 12 }, (_, at) => at),
  };
  const labels = { dtype: "U8", shape: [3], data: Uint8Array.of(5, 6, 7) };
  const tensors = { "train/images": images, "train/labels": labels } as const;
  const { data, validation } = holdOutValidation(
    { tensors, metadata: { kind: "images" } } as never,
    1,
  );
  assertEquals(data.tensors["train/images"].shape, [2, 2, 2]);
  assertEquals(validation.tensors["test/images"].data, Uint8Array.of(8, 9, 10, 11));
  assertEquals(validation.tensors["test/labels"].data, Uint8Array.of(7));
});

Deno.test("holdOutValidation() refuses to leave nothing to train on", () => {
  const contents = prepareMixture({ ...RING, trainCount: 100, testCount: 100 }, 0);
  assertThrows(
    () => holdOutValidation(contents, 100),
    RangeError,
    'Cannot hold out 100 of the 100 rows of "train/points": at least 1 is wanted on either side',
  );
});
