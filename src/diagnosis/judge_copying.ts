import type { Finding } from "./finding.ts";
import { formatValue } from "./format_value.ts";
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
  const bound = THRESHOLDS.copyDistance;
  const fact = `The nearest training image is ${
    formatValue(distance)
  } away on average; from unseen real images it is ${formatValue(wanted)}`;
  const held = `That is ${formatValue(distance / wanted)} of the real distance`;
  return distance <= bound * wanted
    ? [{ verdict: "memorising", text: `${fact}. ${held}; up to ${bound} is copying.` }]
    : [{ verdict: null, text: `${fact}. ${held}; up to ${bound} would be copying.` }];
}
