import { minimax } from "./minimax.ts";
import { nonSaturating } from "./non_saturating.ts";
import type { Objective } from "./objective.ts";
import { wasserstein } from "./wasserstein.ts";

/** The objectives that a spec can name. */
export const OBJECTIVES = {
  "minimax": minimax,
  "non-saturating": nonSaturating,
  "wasserstein": wasserstein,
} as const satisfies Record<string, Objective>;

/** The name of an objective. */
export type ObjectiveName = keyof typeof OBJECTIVES;
