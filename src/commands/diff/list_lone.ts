import { resolveTyped } from "../places.ts";
import type { Side } from "./read_side.ts";

/**
 * Lists the experiments that one of two results lacks. Where the folder of one experiment was named, on either side, no
 * other was asked for.
 *
 * @param sides Experiments of both.
 * @param pairs Those that are in both.
 * @param typed Both as typed.
 * @returns Experiments of the first alone, and of the second alone.
 */
export function listLone(
  sides: readonly [readonly Side[], readonly Side[]],
  pairs: readonly (readonly [Side, Side])[],
  typed: readonly [string, string],
): [Side[], Side[]] {
  const areWhole = typed.every((path, at) => sides[at][0].results === resolveTyped(path));
  if (!areWhole) return [[], []];
  const paired = new Set(pairs.flat());
  const [left, right] = sides.map((side) => side.filter((one) => !paired.has(one)));
  return [left, right];
}
