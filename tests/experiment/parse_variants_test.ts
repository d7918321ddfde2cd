import { assertRefused, RING } from "./assert_refused.ts";

Deno.test("parseExperiment() refuses an experiment without variants", () => {
  assertRefused(
    { ...RING, variants: {} },
    '"variants" in "a.ts" as it must be an object with at least one variant: it is empty',
  );
});

Deno.test("parseExperiment() refuses names that cannot be folders side by side", () => {
  const wanted = "1 to 64 of A-Z a-z 0-9 . _ + -, the first a letter or digit and the last no dot";
  assertRefused(
    {
      ...RING,
      name: "../ring",
      variants: { "a b": {}, "reference": {}, "Vanilla": {}, "vanilla": {}, "v1.": {} },
    },
    `"name" in "a.ts" as it must be ${wanted}: value is "../ring"`,
    `"variants['a b']" in "a.ts" as it must be ${wanted}: value is "a b"`,
    `"variants['v1.']" in "a.ts" as it must be ${wanted}: value is "v1."`,
    '"variants.vanilla" in "a.ts" as it must be different from "Vanilla" by more than letter case, as both name folders: value is "vanilla"',
    '"variants.reference" in "a.ts" as it must be another name, as real data is called so: value is "reference"',
  );
  assertRefused(
    { ...RING, variants: { constructor: {} } },
    '"variants.constructor" in "a.ts" as it must be another name, as every object of JavaScript has a member of that name: value is "constructor"',
  );
  assertRefused(
    { ...RING, variants: JSON.parse('{ "__proto__": {} }') },
    `"variants.__proto__" in "a.ts" as it must be ${wanted}: value is "__proto__"`,
  );
});

Deno.test("parseExperiment() refuses names that another experiment's or preset's results could have", () => {
  assertRefused(
    { ...RING, name: "ring.quick", presets: { Quick: {}, quick: {} } },
    '"name" in "a.ts" as it must be without a dot, which comes between an experiment and its preset in names of folders: value is "ring.quick"',
    '"presets.quick" in "a.ts" as it must be different from "Quick" by more than letter case, as both name folders: value is "quick"',
  );
});

Deno.test("parseExperiment() refuses names that Windows keeps for devices", () => {
  const wanted = "another name, as Windows calls a device so";
  assertRefused(
    {
      ...RING,
      name: "nul",
      variants: { "aux": {}, "COM1.packed": {}, "console": {}, "my-aux": {} },
      presets: { "lpt9": {} },
    },
    `"name" in "a.ts" as it must be ${wanted}: value is "nul"`,
    `"variants.aux" in "a.ts" as it must be ${wanted}: value is "aux"`,
    `"variants['COM1.packed']" in "a.ts" as it must be ${wanted}: value is "COM1.packed"`,
    `"presets.lpt9" in "a.ts" as it must be ${wanted}: value is "lpt9"`,
  );
});

Deno.test("parseExperiment() refuses seeds that are no uint32 or come twice", () => {
  assertRefused(
    { ...RING, seeds: [1, 2, 1, -1, 4_294_967_296, 1.5] },
    '"seeds[3]" in "a.ts" as it must be an integer in 0..4294967295: value is -1',
    '"seeds[4]" in "a.ts" as it must be an integer in 0..4294967295: value is 4294967296',
    '"seeds[5]" in "a.ts" as it must be an integer in 0..4294967295: value is 1.5',
    '"seeds[2]" in "a.ts" as it must be different from the seeds before it: 1 is at [0] already',
  );
  assertRefused(
    { ...RING, seeds: [0, -0] },
    '"seeds[1]" in "a.ts" as it must be different from the seeds before it: 0 is at [0] already',
  );
  assertRefused(
    { ...RING, seeds: [] },
    '"seeds" in "a.ts" as it must be a list of 1 to 10000: value is []',
  );
});

Deno.test("parseExperiment() refuses unknown parents, and names each cycle once", () => {
  assertRefused(
    {
      ...RING,
      variants: {
        vanilla: {},
        self: { extends: "self" },
        a: { extends: "b" },
        b: { extends: "c" },
        c: { extends: "a" },
        leaf: { extends: "a" },
        lost: { extends: "vanila" },
      },
    },
    '"variants.self.extends" in "a.ts" as it must be a variant that does not lead back here: "self" extends itself',
    '"variants.a.extends" in "a.ts" as it must be a variant that does not lead back here: the cycle is a → b → c → a',
    '"variants.lost.extends" in "a.ts" as it must be one of "vanilla", "self", "a", "b", "c", "leaf": value is "vanila". Did you mean "vanilla"?',
  );
  assertRefused(
    { ...RING, variants: { only: { extends: "base" } } },
    '"variants.only.extends" in "a.ts" as it must be left out, as there is no other variant: value is "base"',
  );
});

Deno.test("parseExperiment() refuses to run only a variant that is not there", () => {
  assertRefused(
    { ...RING, only: ["vanilla", "othr"] },
    '"only[1]" in "a.ts" as it must be one of the variants "vanilla", "other": value is "othr". Did you mean "other"?',
  );
});
