import { assert, assertEquals, assertThrows } from "@std/assert";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { stackDigits } from "../../src/datasets/stack_digits.ts";
import { parseIdxLabels } from "../../src/formats/parse_idx.ts";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";

const SIZES = {
  channels: 3,
  trainCount: 128_000,
  testCount: 26_000,
  digits: { train: 60_000, test: 10_000 },
};

const prepared = readSafetensors(writeSafetensors(stackDigits(SIZES, 0)));
const train = prepared.tensors["train/stacks"];
const test = prepared.tensors["test/stacks"];

Deno.test("stackDigits() draws the same stacks always, and others for another seed", () => {
  assertEquals([train.dtype, train.shape, test.shape], ["I32", [128_000, 3], [26_000, 3]]);
  assertEquals([...train.data.slice(0, 6)], [25342, 24445, 6403, 13321, 8630, 44733]);
  assertEquals([...test.data.slice(0, 6)], [1897, 1619, 6073, 6580, 41, 8974]);
  const small = { ...SIZES, trainCount: 100, testCount: 100 };
  const other = stackDigits(small, 1).tensors["train/stacks"].data;
  assert(other.some((digit, at) => digit !== train.data[at]));
});

Deno.test("stackDigits() takes stacks of a split from its own digits, of which none is left out", () => {
  for (const [{ data }, digits] of [[train, 60_000], [test, 10_000]] as const) {
    const seen = new Uint8Array(digits);
    for (const digit of data) seen[digit] = 1;
    assert(data.every((digit) => digit >= 0 && digit < digits));
    // 384,000 draws miss 1 of 60,000 with a chance of e^-6.4; 78,000 miss 1 of 10,000 with e^-7.8.
    const missed = seen.filter((value) => value === 0).length / digits;
    assert(missed < 0.003, `${missed} of the digits are in no stack`);
  }
});

Deno.test("stackDigits() holds every one of the 1,000 modes, as often as MNIST's classes make it", async () => {
  const labels = parseIdxLabels(await Deno.readFile(locateMnist().trainLabels.path));
  const shares = new Float64Array(10);
  for (const label of labels) shares[label] += 1 / labels.length;
  const counts = new Float64Array(1000);
  for (let row = 0; row < 128_000; row++) {
    const [red, green, blue] = train.data.subarray(3 * row, 3 * row + 3);
    counts[100 * labels[red] + 10 * labels[green] + labels[blue]]++;
  }
  // Pearson's statistic of a right draw has mean 999 and standard deviation 45.
  const statistic = counts.reduce((sum, count, mode) => {
    const expected = 128_000 * shares[Math.floor(mode / 100)] *
      shares[Math.floor(mode / 10) % 10] * shares[mode % 10];
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  assert(Math.abs(statistic - 999) < 4 * 45, `Pearson's statistic is ${statistic}`);
  assert(Math.min(...counts) > 60);
});

Deno.test("stackDigits() refuses a split without digits", () => {
  const digits = { train: 0, test: 10 };
  assertThrows(
    () => stackDigits({ ...SIZES, digits }, 0),
    RangeError,
    'Cannot draw integers below "0"',
  );
});
