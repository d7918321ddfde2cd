/** Below this many seeds a side no claim is decided. */
export const LEAST_SEEDS = 3;
