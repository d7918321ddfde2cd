import { readSafetensors } from "./read_safetensors.ts";
import type { SafetensorsFile, StoredTensor } from "./safetensors.ts";

/** What is shown of a text around the first difference. */
const CONTEXT_LENGTH = 20;

/**
 * Says where two files begin to differ, and how far: for safetensors in which tensor, at which element; for others in
 * which byte, and what stands there if it is text.
 *
 * @param first Bytes of one file.
 * @param second Bytes of the other.
 * @returns A phrase; `no difference` if they are equal.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeDifference } from "./describe_difference.ts";
 *
 * const encode = (text: string) => new TextEncoder().encode(text);
 * assertEquals(
 *   describeDifference(encode("step,loss\n1,0.25\n"), encode("step,loss\n1,0.26\n")),
 *   'from byte 15 (line 2): "1,0.25", now "1,0.26"',
 * );
 * ```
 */
export function describeDifference(first: Uint8Array, second: Uint8Array): string {
  const [before, now] = [tryRead(first), tryRead(second)];
  const inTensors = before === null || now === null ? null : compareTensors(before, now);
  return inTensors ?? compareBytes(first, second);
}

function tryRead(bytes: Uint8Array): SafetensorsFile | null {
  try {
    return readSafetensors(bytes);
  } catch {
    return null;
  }
}

/** Null if all tensors are equal. */
function compareTensors(first: SafetensorsFile, second: SafetensorsFile): string | null {
  const names = [...new Set([...Object.keys(first.tensors), ...Object.keys(second.tensors)])];
  const differing = names.sort().flatMap((name) => {
    const text = compareTensor(first.tensors[name], second.tensors[name]);
    return text === null ? [] : [`tensor "${name}" ${text}`];
  });
  if (differing.length === 0) return null;
  return `${differing.length} of ${names.length} tensors, first ${differing[0]}`;
}

function compareTensor(
  first: StoredTensor | undefined,
  second: StoredTensor | undefined,
): string | null {
  if (first === undefined || second === undefined) return "is in one of them only";
  const [before, now] = [first, second].map(({ dtype, shape }) => `${dtype} [${shape.join(", ")}]`);
  if (before !== now) return `is ${before}, now ${now}`;
  let count = 0;
  let where = -1;
  let most = 0;
  for (let at = 0; at < first.data.length; at++) {
    if (Object.is(first.data[at], second.data[at])) continue;
    if (count++ === 0) where = at;
    const distance = Math.abs(first.data[at] - second.data[at]);
    most = Math.max(most, Number.isNaN(distance) ? Infinity : distance);
  }
  if (count === 0) return null;
  const place = `[${toIndices(where, first.shape).join(", ")}]`;
  return `at ${place}: ${first.data[where]}, now ${second.data[where]}; ${count} of ` +
    `${first.data.length} elements differ, by at most ${most.toPrecision(3)}`;
}

/** Row-major position as one index a dimension. */
function toIndices(position: number, shape: readonly number[]): number[] {
  const indices: number[] = [];
  let rest = position;
  for (const size of [...shape].reverse()) {
    indices.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return indices;
}

function compareBytes(first: Uint8Array, second: Uint8Array): string {
  const length = Math.min(first.length, second.length);
  let at = 0;
  while (at < length && first[at] === second[at]) at++;
  if (at === first.length && at === second.length) return "no difference";
  const [before, now] = [first, second].map((bytes) => showText(bytes, at));
  if (before === null || now === null) {
    return `from byte ${at} of ${first.length}, now ${second.length} bytes`;
  }
  const line = new TextDecoder().decode(first.subarray(0, at)).split("\n").length;
  return `from byte ${at} (line ${line}): "${before}", now "${now}"`;
}

/** The line around a byte, cut to a few characters; null if it is no text. */
function showText(bytes: Uint8Array, at: number): string | null {
  try {
    const lineStart = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
    const lineEnd = bytes.indexOf(10, at);
    const from = Math.max(lineStart, at - CONTEXT_LENGTH);
    const to = Math.min(lineEnd === -1 ? bytes.length : lineEnd, at + CONTEXT_LENGTH);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, to));
  } catch {
    return null;
  }
}
