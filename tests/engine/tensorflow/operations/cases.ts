import type { OperationCases } from "./case.ts";
import { ARRAYS } from "./cases/arrays.ts";
import { BINARY } from "./cases/binary.ts";
import { CONVOLUTIONS } from "./cases/convolutions.ts";
import { IMAGES } from "./cases/images.ts";
import { LOSSES } from "./cases/losses.ts";
import { MATRICES } from "./cases/matrices.ts";
import { REDUCTIONS } from "./cases/reductions.ts";
import { UNARY } from "./cases/unary.ts";

/** Operations by family; a family is compiled by XLA as one step. */
export const FAMILIES: Readonly<Record<string, OperationCases>> = {
  unary: UNARY,
  binary: BINARY,
  reductions: REDUCTIONS,
  matrices: MATRICES,
  convolutions: CONVOLUTIONS,
  arrays: ARRAYS,
  images: IMAGES,
  losses: LOSSES,
};
