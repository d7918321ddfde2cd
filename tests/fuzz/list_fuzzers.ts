import { FORMAT_FUZZERS } from "./formats_fuzzers.ts";
import { IDENTITY_FUZZERS } from "./identity_fuzzers.ts";
import type { Fuzzer } from "./make_fuzzer.ts";
import { STORE_FUZZERS } from "./store_fuzzers.ts";

/** Every reader that is fuzzed. */
export const FUZZERS: readonly Fuzzer[] = [
  ...FORMAT_FUZZERS,
  ...IDENTITY_FUZZERS,
  ...STORE_FUZZERS,
];
