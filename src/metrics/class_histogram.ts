/**
 * Counts how often each class occurs: count[c] = #{i : label[i] = c}.
 *
 * Labels [n], whole numbers in [0, classCount). Cost O(n).
 *
 * The labels of samples are a judge's argmax: a sample that looks like nothing is counted too.
 *
 * @param labels The class of each sample.
 * @param classCount The number of classes.
 * @returns The counts, [classCount]; they sum to n.
 * @throws {RangeError} If a label is no class.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { countClasses } from "./class_histogram.ts";
 *
 * assertEquals(countClasses([2, 0, 2], 4), [1, 0, 2, 0]);
 * ```
 */
export function countClasses(labels: ArrayLike<number>, classCount: number): number[] {
  const counts: number[] = Array(classCount).fill(0);
  for (let i = 0; i < labels.length; i++) {
    if (counts[labels[i]] === undefined) {
      throw new RangeError(
        `Cannot count classes at "labels[${i}]": value is ${labels[i]}; ` +
          `a whole number from 0 to ${classCount - 1} is wanted`,
      );
    }
    counts[labels[i]]++;
  }
  return counts;
}
