import type { SafetensorsFile, StoredTensor } from "../formats/safetensors.ts";

/** Two files of the same form, with one training split. */
export interface HeldOut {
  /** The training split without the validation split, and the test split. */
  readonly data: SafetensorsFile;
  /** The same training split, and the validation split in the place of the test split, which is absent. */
  readonly validation: SafetensorsFile;
}

/**
 * Parts a validation split from a training split: its last samples.
 *
 * What chooses by the second file cannot know the test split, and what measures by the first measures on samples that
 * nothing was chosen by. The tensors are views of those given.
 *
 * @param contents A data set: `train/…` and `test/…` tensors [n, …] and what describes it.
 * @param count Samples of the validation split, 1 to fewer than there are to train on.
 * @returns Both files.
 * @throws {RangeError} If nothing would be left to train on.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { holdOutValidation } from "./hold_out_validation.ts";
 *
 * const labels = (...values: number[]) => ({ dtype: "U8", shape: [values.length], data: Uint8Array.from(values) }) as const;
 * const tensors = { "train/labels": labels(1, 2, 3, 4), "test/labels": labels(9) };
 * const { data, validation } = holdOutValidation({ tensors, metadata: {} }, 1);
 * assertEquals(data.tensors["train/labels"].data, Uint8Array.of(1, 2, 3));
 * assertEquals(data.tensors["test/labels"].data, Uint8Array.of(9));
 * assertEquals(validation.tensors["test/labels"].data, Uint8Array.of(4));
 * ```
 */
export function holdOutValidation(
  { tensors, metadata }: SafetensorsFile,
  count: number,
): HeldOut {
  const data: Record<string, StoredTensor> = {}, validation: Record<string, StoredTensor> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    if (name.startsWith("train/")) {
      const [kept, held] = splitRows(tensor, { name, count });
      data[name] = validation[name] = kept;
      validation[name.replace("train/", "test/")] = held;
    } else {
      data[name] = tensor;
      if (!name.startsWith("test/")) validation[name] = tensor;
    }
  }
  return { data: { tensors: data, metadata }, validation: { tensors: validation, metadata } };
}

function splitRows(
  { dtype, shape: [rows, ...rest], data }: StoredTensor,
  { name, count }: { readonly name: string; readonly count: number },
): [StoredTensor, StoredTensor] {
  if (!(count >= 1 && count < rows)) {
    throw new RangeError(
      `Cannot hold out ${count} of the ${rows} rows of "${name}": at least 1 is wanted on either side`,
    );
  }
  const at = (rows - count) * (data.length / rows);
  return [
    { dtype, shape: [rows - count, ...rest], data: data.subarray(0, at) },
    { dtype, shape: [count, ...rest], data: data.subarray(at) },
  ];
}
