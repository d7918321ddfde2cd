import { parseSafetensors } from "./parse_safetensors.ts";
import { ELEMENT_TYPES, type SafetensorsFile } from "./safetensors.ts";
import { widenTensor } from "./widen_tensor.ts";

/**
 * Decodes a safetensors file of the element types that Assay writes. Everything that the format promises is checked before a
 * tensor is looked at: tensors lie one after another without holes or overlaps, and fill the file.
 *
 * For files of other programs use `parseSafetensors()`, which takes tensors of any type.
 *
 * @param bytes The whole file. Tensors are views of it where their elements are aligned.
 * @returns Tensors and metadata.
 * @throws {SyntaxError} Saying what is wrong, for a file that breaks the format or holds a tensor of another type.
 *
 * Source: the safetensors format, version 0.8.
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  const { tensors, metadata } = parseSafetensors(bytes, Object.keys(ELEMENT_TYPES));
  const read = Object.entries(tensors).map(([name, tensor]) => [name, widenTensor(tensor)]);
  return { tensors: Object.fromEntries(read), metadata };
}
