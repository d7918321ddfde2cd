import type { Finding } from "./finding.ts";
import { makeBound } from "./make_bound.ts";
import { THRESHOLDS } from "./thresholds.ts";

/**
 * Judges whether samples are copies of training images: whether they lie much nearer to one than real images do that the
 * generator was not trained on.
 *
 * @param distance Mean distance of samples to their nearest training image; absent where not measured.
 * @param wanted The same of unseen real images.
 * @returns At most one finding.
 *
 * Source: after Meehan, Chaudhuri, Dasgupta 2020, "A non-parametric test to detect data-copying in generative models",
 * arXiv:2004.05675, which compares the same two distances.
 */
export function judgeCopying(distance: number | undefined, wanted: number | undefined): Finding[] {
  if (distance === undefined || wanted === undefined || wanted === 0) return [];
  const limit = THRESHOLDS.copyDistance;
  const isCopied = distance <= limit * wanted;
  return [{
    verdict: isCopied ? "memorising" : null,
    evidence: {
      says: "evidence.nearest_training",
      values: {
        distance,
        wanted,
        ratio: distance / wanted,
        bound: makeBound(isCopied ? "bound.copied_up_to" : "bound.no_copies_above", limit),
      },
    },
  }];
}
