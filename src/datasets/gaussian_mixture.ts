import { type DrawKey, drawNormal, drawUniform } from "../engine/random.ts";

/** Where the Gaussians of a mixture are. */
export type MixtureLayout =
  | { readonly kind: "ring"; readonly modeCount: number; readonly radius: number }
  | { readonly kind: "grid"; readonly side: number; readonly spacing: number }
  | { readonly kind: "mixture"; readonly centres: readonly (readonly [number, number])[] };

/** A mixture of round Gaussians in the plane. */
export interface Mixture {
  readonly centres: readonly (readonly [number, number])[];
  /** Shares of the centres, > 0, that sum to 1. */
  readonly weights: readonly number[];
  /** Of every Gaussian, along each axis. */
  readonly standardDeviation: number;
}

/**
 * Lists the centres of a layout: a ring starts at angle 0 and goes counter-clockwise, a grid goes row by row from its
 * lower left corner; both are centred on the origin.
 *
 * @param layout The layout.
 * @returns Centres [x, y].
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listCentres } from "./gaussian_mixture.ts";
 *
 * assertEquals(listCentres({ kind: "grid", side: 2, spacing: 2 }), [[-1, -1], [1, -1], [-1, 1], [1, 1]]);
 * ```
 */
export function listCentres(layout: MixtureLayout): (readonly [number, number])[] {
  if (layout.kind === "mixture") return [...layout.centres];
  if (layout.kind === "ring") {
    return Array.from({ length: layout.modeCount }, (_, mode) => {
      const angle = 2 * Math.PI * mode / layout.modeCount;
      return [layout.radius * Math.cos(angle), layout.radius * Math.sin(angle)] as const;
    });
  }
  const { side, spacing } = layout;
  const place = (index: number) => (index - (side - 1) / 2) * spacing;
  return Array.from(
    { length: side * side },
    (_, mode) => [place(mode % side), place(Math.floor(mode / side))] as const,
  );
}

/**
 * Draws points of a mixture: first the component of each by its share, then a normal deviate around its centre.
 *
 * @param mixture The mixture.
 * @param key Names the draw.
 * @param count How many, >= 0.
 * @returns `points` [count, 2] row-major, and the `components` they are from, [count].
 */
export function drawMixture(
  mixture: Mixture,
  key: DrawKey,
  count: number,
): { points: Float32Array<ArrayBuffer>; components: Uint8Array<ArrayBuffer> } {
  const { centres, weights, standardDeviation } = mixture;
  const uniforms = drawUniform({ ...key, stream: `${key.stream}/component` }, count);
  const normals = drawNormal({ ...key, stream: `${key.stream}/offset` }, 2 * count);
  const components = Uint8Array.from(uniforms, (uniform) => pickComponent(weights, uniform));
  const points = Float32Array.from(
    normals,
    (normal, index) => centres[components[index >> 1]][index % 2] + standardDeviation * normal,
  );
  return { points, components };
}

/** The component whose stretch of [0, 1) holds the number. */
function pickComponent(weights: readonly number[], uniform: number): number {
  let upper = 0;
  for (let component = 0; component < weights.length - 1; component++) {
    upper += weights[component];
    if (uniform < upper) return component;
  }
  return weights.length - 1;
}
