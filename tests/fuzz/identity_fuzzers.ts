import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { toCanonicalJson } from "../../pipeline/canonical.ts";
import { parseExperiment } from "../../src/experiment/parse.ts";
import { SpecError } from "../../src/experiment/spec_error.ts";
import modeCollapse from "../../experiments/mode-collapse.ts";
import ring from "../../experiments/ring.ts";
import { type Fuzzer, makeFuzzer } from "./make_fuzzer.ts";
import { mutateJson } from "./mutate_json.ts";

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Readers of specs, and what keys are made of. */
export const IDENTITY_FUZZERS: readonly Fuzzer[] = [
  makeFuzzer("toCanonicalJson() of any value", fc.oneof(anything, fc.jsonValue()), {
    read: (value) => {
      const text = toCanonicalJson(value);
      assertEquals(toCanonicalJson(JSON.parse(text)), text);
    },
    refuses: TypeError,
  }),
  makeFuzzer(
    "toCanonicalJson() of objects in another order of names",
    fc.dictionary(fc.string(), fc.jsonValue()),
    {
      read: (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        assertEquals(toCanonicalJson(turned), toCanonicalJson(object));
      },
      refuses: TypeError,
      least: { read: 0.5, refused: 0 },
    },
  ),
  makeFuzzer("parseExperiment() of edited specs", mutateJson([modeCollapse, ring]), {
    read: (spec) => {
      const experiment = parseExperiment(spec, { file: "spec.ts" });
      // What is resolved makes keys: it is plain JSON without anything ambiguous.
      toCanonicalJson(JSON.parse(JSON.stringify(experiment)));
      assertEquals(JSON.parse(JSON.stringify(experiment)), experiment);
    },
    refuses: SpecError,
  }),
  makeFuzzer("parseExperiment() of any value", anything, {
    read: (value) => parseExperiment(value, { file: "spec.ts" }),
    refuses: SpecError,
    least: { read: 0, refused: 1 },
  }),
];
