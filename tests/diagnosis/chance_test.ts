import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { chanceOfCovering } from "../../src/diagnosis/chance_of_covering.ts";
import { diagnose, type SampleSigns } from "../../src/diagnosis/mod.ts";
import { writeStatement } from "../../src/report/text/write_statement.ts";

/** Numbers in [0, 1), the same in every run (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Samples of modes with such weights. */
function draw(weights: readonly number[], sampleCount: number, random: () => number): SampleSigns {
  const counts = weights.map(() => 0);
  for (let sample = 0; sample < sampleCount; sample++) {
    let rest = random(), mode = 0;
    while (mode < weights.length - 1 && rest >= weights[mode]) rest -= weights[mode++];
    counts[mode]++;
  }
  return { modes: { noun: "mode", allowsNone: true, counts, sampleCount, weights } };
}

const equal = (count: number) => Array<number>(count).fill(1 / count);

Deno.test("chanceOfCovering() is that of independent binomial counts", () => {
  const of = (counts: number[], sampleCount: number, covered: number) =>
    chanceOfCovering({ noun: "mode", counts, sampleCount }, covered);
  assertAlmostEquals(of([0, 0, 0], 1, 0), (2 / 3) ** 3);
  assertAlmostEquals(of([0, 0, 0], 1, 3), 1);
  // A mode of 40 is covered from 2 of 20 expected samples on.
  const missed = 0.975 ** 800 + 800 * 0.025 * 0.975 ** 799;
  const none = chanceOfCovering(
    { noun: "mode", counts: [0, 0], sampleCount: 800, weights: [0.025, 0.975] },
    1,
  );
  assertAlmostEquals(none, missed, 1e-12);
  assertEquals(of(Array(1_000).fill(0), 1_000_000, 999) < 1e-300, true);
});

Deno.test("diagnose() holds against nobody what chance does to samples of the data themselves", () => {
  const random = makeRandom(1);
  const cases: readonly (readonly [readonly number[], number])[] = [
    [[0.999, 0.001], 2_000],
    [[0.33, 0.33, 0.339, 0.001], 2_000],
    [[0.99, 0.01], 200],
    [equal(8), 8],
    [equal(8), 16],
    [equal(8), 40],
    [equal(25), 50],
    [equal(1_000), 2_500],
  ];
  for (const [weights, count] of cases) {
    const repeats = weights.length > 100 ? 10 : 200;
    let accused = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const [samples, real] = [draw(weights, count, random), draw(weights, count, random)];
      const { verdict } = diagnose({ samples, real });
      if (verdict !== "healthy" && verdict !== "undecided") accused++;
    }
    assertLess(accused / repeats, 0.025, `${weights.slice(0, 4)} ${count}`);
  }
});

Deno.test("diagnose() says so where chance may have done it, and still sees a collapse among few samples", () => {
  const real = draw(equal(8), 16, makeRandom(2));
  const of = (...counts: number[]): SampleSigns => ({
    modes: { noun: "mode", allowsNone: true, counts, sampleCount: 16 },
  });
  const lucky = diagnose({ samples: of(3, 3, 2, 2, 3, 3, 0, 0), real });
  assertEquals(lucky.verdict, "healthy");
  assert(
    lucky.evidence.map(writeStatement).some((line) =>
      line.endsWith("So few happen by chance in so small a sample.")
    ),
  );
  assertEquals(diagnose({ samples: of(16, 0, 0, 0, 0, 0, 0, 0), real }).verdict, "collapse");
});

Deno.test("diagnose() calls no collapse what lacks one far and rare mode, though it had most of the variance", () => {
  const weights = [0.2475, 0.2475, 0.2475, 0.2475, 0.01];
  const of = (spreadShare: number, ...counts: number[]): SampleSigns => ({
    modes: { noun: "mode", allowsNone: true, counts, sampleCount: 10_000, weights },
    spreadShare,
  });
  const real = of(1, 2_475, 2_475, 2_475, 2_475, 100);
  const samples = of(0.035, 2_500, 2_500, 2_500, 2_500, 0);
  assertEquals(diagnose({ samples, real }).verdict, "partial collapse");
  // Of one mode nothing can be lost; the variance alone tells a point from it.
  const one = (spreadShare: number): SampleSigns => ({
    modes: { noun: "mode", allowsNone: true, counts: [1_000], sampleCount: 1_000 },
    spreadShare,
  });
  assertEquals(diagnose({ samples: one(0.001), real: one(1) }).verdict, "collapse");
});
