import type { GoldenCase } from "../read_golden.ts";

/** What was computed for one expected field: a number, a list of them, or null where it is undefined. */
export type Computed = number | null | ArrayLike<number>;

/** A metric of ours beside the reference values of one golden file. */
export interface GoldenMetric {
  /** What the table calls it. */
  readonly label: string;
  /** File in `tests/golden/`. */
  readonly golden: string;
  /** Exported names that compute it. */
  readonly calls: readonly string[];
  /** In one line, with the formula. */
  readonly definition: string;
  /** Libraries among those of the file whose value it is compared with. */
  readonly references: readonly string[];
  /** Our values by the path of the expected field, such as `k3.precision`; nothing for a case of another kind. */
  compute(golden: GoldenCase): Readonly<Record<string, Computed>>;
}
