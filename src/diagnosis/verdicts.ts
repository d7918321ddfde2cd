/** Every verdict on a generator. */
export type Verdict =
  | "healthy"
  | "partial collapse"
  | "collapse"
  | "memorising"
  | "diverged"
  | "untrained"
  | "undecided";

/**
 * All verdicts, from good to bad, with how each is written where there is no room for words: one character, different for
 * each, to be read beside its name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { VERDICT_SYMBOLS } from "./verdicts.ts";
 *
 * const symbols = Object.values(VERDICT_SYMBOLS);
 * assertEquals(new Set(symbols).size, symbols.length);
 * ```
 */
export const VERDICT_SYMBOLS: Readonly<Record<Verdict, string>> = {
  "healthy": "●",
  "partial collapse": "◐",
  "collapse": "○",
  "memorising": "≡",
  "untrained": "∴",
  "diverged": "✕",
  "undecided": "?",
};
