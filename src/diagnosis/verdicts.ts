/** What a verdict means, and how it is written where there is no room for words. */
export interface VerdictDescription {
  /** One character, different for each verdict, to be read beside its name. */
  readonly symbol: string;
  /** What it says of a generator, as the end of "the samples …". */
  readonly description: string;
}

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
 * All verdicts, from good to bad, with what each means.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { VERDICTS } from "./verdicts.ts";
 *
 * const symbols = Object.values(VERDICTS).map(({ symbol }) => symbol);
 * assertEquals(new Set(symbols).size, symbols.length);
 * ```
 */
export const VERDICTS: Readonly<Record<Verdict, VerdictDescription>> = {
  "healthy": {
    symbol: "●",
    description: "vary as the data do, as far as was measured; it does not say that they are good",
  },
  "partial collapse": {
    symbol: "◐",
    description: "leave out some of the modes, or much of the variety within them",
  },
  "collapse": {
    symbol: "○",
    description: "are nearly all the same few, or fall into few of the modes",
  },
  "memorising": {
    symbol: "≡",
    description: "lie far nearer to the training images than unseen real images do: copies",
  },
  "untrained": {
    symbol: "∴",
    description: "do not look like the data yet, so that their modes mean nothing",
  },
  "diverged": {
    symbol: "✕",
    description: "are of no use: the losses are no longer finite, or grow without end",
  },
  "undecided": {
    symbol: "?",
    description: "were not measured in any way that tells collapse from health",
  },
};
