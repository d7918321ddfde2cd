import fc, { type Arbitrary } from "fast-check";
import { assert, assertLess } from "@std/assert";

/** Inputs for each reader. */
const CASE_COUNT = Number(Deno.env.get("ASSAY_FUZZ_CASES") ?? 10_000);
/** The same inputs each time, unless another seed is asked for. */
const SEED = Number(Deno.env.get("ASSAY_FUZZ_SEED") ?? 1);
/** A reader that takes longer for such small inputs hangs. */
const MOST_MS = 5_000;
/** The most that buffers may grow by while a case is read. */
const MOST_BYTES = 64 * 2 ** 20;

/** A class of errors by which a reader says that its input is wrong. */
type ErrorClass = abstract new (...args: never[]) => Error;

/** Thousands of inputs for one reader. */
export interface Fuzzer {
  readonly name: string;
  /**
   * Gives them to the reader.
   *
   * @returns How many.
   * @throws {Error} With the smallest input found that is neither read nor refused as it should be.
   */
  run(): Promise<number>;
}

/**
 * Gives a reader thousands of inputs: each is read, or refused with an error of the declared class; in bounded time and
 * memory.
 *
 * @param name What is read.
 * @param inputs The inputs.
 * @param options The reader, which may check what it has read, and what it may throw.
 */
export function makeFuzzer<T>(
  name: string,
  inputs: Arbitrary<T>,
  options: {
    readonly read: (input: T) => unknown;
    readonly refuses: ErrorClass;
    /** The least share that is to be read, and the least that is to be refused: both ways are gone. */
    readonly least?: { readonly read: number; readonly refused: number };
  },
): Fuzzer {
  const { read, refuses, least = { read: 0.01, refused: 0.01 } } = options;
  const run = async () => {
    let [readCount, refusedCount] = [0, 0];
    const property = fc.asyncProperty(inputs, async (input) => {
      const startedAt = performance.now();
      const before = Deno.memoryUsage().external;
      try {
        await read(input);
        readCount++;
      } catch (error) {
        if (!(error instanceof refuses)) throw error;
        assert(error.message.length > 0 && error.message.length < 2 ** 16);
        refusedCount++;
      }
      assertLess(performance.now() - startedAt, MOST_MS);
      assertLess(Deno.memoryUsage().external - before, MOST_BYTES);
    });
    await fc.assert(property, { numRuns: CASE_COUNT, seed: SEED });
    assert(readCount >= CASE_COUNT * least.read, `${readCount} were read`);
    assert(refusedCount >= CASE_COUNT * least.refused, `${refusedCount} were refused`);
    return CASE_COUNT;
  };
  return { name, run };
}
