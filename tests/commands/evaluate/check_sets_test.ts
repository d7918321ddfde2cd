import { assertThrows } from "@std/assert";
import { checkSets } from "../../../src/commands/evaluate/check_sets.ts";
import type { SampleSet } from "../../../src/commands/evaluate/sample_set.ts";
import { UsageError } from "../../../src/commands/usage_error.ts";

function makeSet(rows: number, columns: number, value: number): SampleSet {
  const data = new Float64Array(rows * columns).fill(value);
  return { kind: "features", features: { data, rows, columns }, source: "npy" };
}

function refuse(set: SampleSet, message: string, options: { neighbour: number; judge?: string }) {
  assertThrows(() => checkSets({ real: set, fake: set }, options), UsageError, message);
}

Deno.test("checkSets() refuses sets without features, and features that are all tiny", () => {
  const options = { neighbour: 2 };
  refuse(makeSet(9, 0, 1), "Cannot evaluate --real: it has 0 features; at least 1", options);
  for (const tiny of [1e-101, 1e-155, 1e-310]) {
    refuse(makeSet(9, 2, -tiny), `its largest feature is ${tiny}; one of at least 1e-100`, options);
  }
  for (const value of [0, 1e-100, 1e100]) {
    checkSets({ real: makeSet(9, 2, value), fake: makeSet(9, 2, 1) }, options);
  }
  refuse(makeSet(9, 2, 1e101), "row 0, column 0 is 1e+101; finite features", options);
});

Deno.test("checkSets() counts one sample as one, and takes no judge for features", () => {
  refuse(makeSet(1, 2, 1), "it has 1 sample, and --k is 2; at least 3 samples are wanted", {
    neighbour: 2,
  });
  refuse(makeSet(9, 2, 1), 'Cannot use "--judge" with features (npy)', {
    neighbour: 2,
    judge: "judge.safetensors",
  });
  assertThrows(
    () => checkSets({ real: makeSet(9, 1, 1), fake: makeSet(9, 2, 1) }, { neighbour: 2 }),
    UsageError,
    "--real of 1 feature (npy) with --fake of 2 features",
  );
});
