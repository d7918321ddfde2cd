/**
 * Threads inside one tensor operation, for every stage that trains or judges. Part of those stages' code, and so of their
 * keys: another number reduces sums in another order. With one, runs fill the cores side by side.
 */
export const STAGE_THREADS = 1;
