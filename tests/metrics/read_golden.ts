import { assert } from "@std/assert";

interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** One case of a golden file. */
export interface GoldenCase {
  readonly name: string;
  readonly kind?: string;
  // deno-lint-ignore no-explicit-any
  readonly inputs: Record<string, any>;
  readonly params: Record<string, number>;
  // deno-lint-ignore no-explicit-any
  readonly expected: Record<string, any>;
  readonly tolerance: Tolerance;
}

/** Reads the cases of a golden file in `tests/golden/`. */
export function readGolden(name: string): GoldenCase[] {
  const path = new URL(`../golden/${name}.json`, import.meta.url);
  return JSON.parse(Deno.readTextFileSync(path)).cases;
}

/** Asserts a value by the pass rule of the golden files: |got - expected| <= atol + rtol |expected|. */
export function assertGolden(
  got: number | null,
  expected: number | string | null,
  { name, tolerance }: GoldenCase,
): void {
  if (expected === null || expected === "Infinity") {
    assert(got === (expected === null ? null : Infinity), `${name}: got ${got}, want ${expected}`);
    return;
  }
  const value = Number(expected);
  const allowed = tolerance.atol + tolerance.rtol * Math.abs(value);
  assert(
    Math.abs(Number(got) - value) <= allowed,
    `${name}: got ${got}, want ${value} ± ${allowed}`,
  );
}
