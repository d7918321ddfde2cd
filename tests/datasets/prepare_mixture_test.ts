import { assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import { prepareMixture } from "../../src/datasets/prepare_mixture.ts";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";

const RING = {
  kind: "ring",
  modeCount: 8,
  radius: 1,
  standardDeviation: 0.02,
  trainCount: 100,
  testCount: 40,
} as const;

Deno.test("prepareMixture() names the tensors of both splits and of the mixture", () => {
  const { tensors, metadata } = readSafetensors(writeSafetensors(prepareMixture(RING, 0)));
  const described = Object.entries(tensors).map(([name, { dtype, shape }]) =>
    `${name} ${dtype} [${shape}]`
  );
  assertEquals(described.sort(), [
    "centres F32 [8,2]",
    "test/components U8 [40]",
    "test/points F32 [40,2]",
    "train/components U8 [100]",
    "train/points F32 [100,2]",
    "weights F32 [8]",
  ]);
  assertEquals(metadata, { kind: "points", standardDeviation: "0.02" });
});

Deno.test("prepareMixture() gives equal weights where the settings give none, else theirs", () => {
  assertEquals([...prepareMixture(RING, 0).tensors.weights.data], new Array(8).fill(1 / 8));
  const centres: [number, number][] = [[0, 0], [1, 1]];
  const uneven = { ...RING, kind: "mixture", centres, weights: [0.75, 0.25] } as const;
  assertEquals([...prepareMixture(uneven, 0).tensors.weights.data], [0.75, 0.25]);
});

Deno.test("prepareMixture() draws every point within seven deviations of its centre", () => {
  const { tensors } = prepareMixture(RING, 3);
  const points = tensors["train/points"].data;
  tensors["train/components"].data.forEach((mode, row) => {
    for (const axis of [0, 1]) {
      assertAlmostEquals(points[2 * row + axis], tensors.centres.data[2 * mode + axis], 7 * 0.02);
    }
  });
});

Deno.test("prepareMixture() draws test points apart from training points, and anew by seed", () => {
  const { tensors } = prepareMixture(RING, 0);
  assertNotEquals(tensors["test/points"].data, tensors["train/points"].data.slice(0, 80));
  assertEquals(prepareMixture(RING, 0), prepareMixture(RING, 0));
  assertNotEquals(prepareMixture(RING, 1).tensors["train/points"], tensors["train/points"]);
});
