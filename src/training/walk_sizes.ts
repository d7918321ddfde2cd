/** Lines between latents. */
export const WALK_COUNT = 6;
/** Images along a line, both ends included. */
export const WALK_STEPS = 10;
