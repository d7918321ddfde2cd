/** Makes a share in [0, 1] one that is written in percent. */
export function toPercent(share: number): { readonly percent: number } {
  return { percent: 100 * share };
}
