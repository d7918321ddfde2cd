import { UsageError } from "../usage_error.ts";
import type { Side } from "./read_side.ts";

/**
 * Pairs the experiments of two results: those of the same name, or the only ones of both.
 *
 * @param left Experiments of the first.
 * @param right Experiments of the second.
 * @param names Both as typed.
 * @throws {UsageError} If no experiment is in both, naming those that are.
 */
export function pairSides(
  left: readonly Side[],
  right: readonly Side[],
  names: readonly [string, string],
): [Side, Side][] {
  if (left.length === 1 && right.length === 1) return [[left[0], right[0]]];
  const pairs = left.flatMap((side): [Side, Side][] => {
    const other = right.find(({ view }) => view.name === side.view.name);
    return other === undefined ? [] : [[side, other]];
  });
  if (pairs.length > 0) return pairs;
  const list = (sides: readonly Side[]) => sides.map(({ view }) => view.name).join(", ");
  throw new UsageError(
    `Cannot compare "${names[0]}" with "${names[1]}": no experiment is in both. They have ` +
      `${list(left)} and ${list(right)}; name one folder of each`,
  );
}
