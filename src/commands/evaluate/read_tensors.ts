import { parseSafetensors } from "../../formats/parse_safetensors.ts";
import { widenTensor } from "../../formats/widen_tensor.ts";
import { readLabels } from "./read_labels.ts";
import type { SampleSet } from "./sample_set.ts";
import { toSampleSet } from "./to_sample_set.ts";

/** Names under which a safetensors file holds samples, the first one that is there. */
const TENSOR_NAMES = ["features", "final", "samples", "images"];
const LABELS = "labels";

/**
 * Reads samples and their labels from a safetensors file of any program; tensors of other names may be of any type.
 *
 * @param bytes The whole file.
 * @returns The samples.
 * @throws {SyntaxError} If the file breaks the format.
 * @throws {TypeError} If it holds no samples, or samples or labels of a type or shape that they cannot have.
 */
export function readTensors(bytes: Uint8Array): SampleSet {
  const { tensors } = parseSafetensors(bytes);
  const { [LABELS]: labels, ...rest } = tensors;
  const names = Object.keys(rest);
  const name = TENSOR_NAMES.find((known) => Object.hasOwn(rest, known)) ??
    (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    throw new TypeError(
      `its tensors are ${names.join(", ") || "none"}; one of the name ${
        TENSOR_NAMES.join(", ")
      } is wanted, or one only`,
    );
  }
  const set = toSampleSet(widenTensor(rest[name]), `safetensors, tensor "${name}"`);
  return labels === undefined ? set : { ...set, labels: readLabels(labels, rest[name].shape[0]) };
}
