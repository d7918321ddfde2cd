/** A small deterministic source of numbers for fixtures. */
export interface FixtureRandom {
  uniform(): number;
  normal(): number;
  below(count: number): number;
}

/** Makes numbers from a seed (mulberry32, Box-Muller). */
export function makeFixtureRandom(seed: number): FixtureRandom {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(uniform() || 1e-12)) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, below: (count) => Math.floor(uniform() * count) };
}
