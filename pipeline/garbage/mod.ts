/**
 * What a store need not keep.
 *
 * @module
 */
export type { KeepOptions } from "./choose_garbage.ts";
export { collectGarbage, type CollectGarbageOptions, type Collection } from "./collect_garbage.ts";
