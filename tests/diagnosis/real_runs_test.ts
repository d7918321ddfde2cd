import { assert, assertEquals } from "@std/assert";
import { diagnose, type SampleSigns } from "../../src/diagnosis/mod.ts";
import { readGolden } from "../read_golden.ts";

/** What was measured on the nine runs of `mode-collapse`. */
interface RealRuns {
  readonly real: { readonly final: SampleSigns; readonly curve: SampleSigns };
  readonly runs: readonly {
    readonly variant: string;
    readonly seed: number;
    readonly final: SampleSigns;
    readonly curve: readonly { readonly step: number; readonly signs: SampleSigns }[];
  }[];
}

const { real, runs } = await readGolden<RealRuns>("diagnosis_runs");

function findRuns(variant: string) {
  const found = runs.filter((run) => run.variant === variant);
  assertEquals(found.length, 3);
  return found;
}

Deno.test("diagnose() calls every vanilla run of mode-collapse collapsed, from its first snapshot on", () => {
  for (const { final, curve } of findRuns("vanilla")) {
    assertEquals(diagnose({ samples: final, real: real.final }).verdict, "collapse");
    for (const { signs } of curve) {
      assertEquals(diagnose({ samples: signs, real: real.curve }).verdict, "collapse");
    }
  }
});

Deno.test("diagnose() calls no convolutional run of mode-collapse collapsed, even in part", () => {
  for (const { final, curve } of findRuns("dcgan")) {
    assertEquals(diagnose({ samples: final, real: real.final }).verdict, "healthy");
    for (const { step, signs } of curve) {
      const { verdict } = diagnose({ samples: signs, real: real.curve });
      // 200 steps in, they draw blobs that reach next to nothing of the data's variety.
      assert(verdict === "healthy" || step === 200 && verdict === "partial collapse");
    }
  }
});

Deno.test("diagnose() tells minibatch discrimination's lost classes from collapse", () => {
  const verdicts = findRuns("minibatch-discrimination").map(({ seed, final }) => [
    seed,
    diagnose({ samples: final, real: real.final }).verdict,
  ]);
  assertEquals(verdicts, [[21, "healthy"], [22, "partial collapse"], [23, "healthy"]]);
});

Deno.test("diagnose() finds the collapse of mode-collapse by near-duplicates alone, and by classes alone", () => {
  for (const { variant, final } of runs) {
    const { nearDuplicateShare, modes } = final;
    const byDuplicates = diagnose({ samples: { nearDuplicateShare }, real: real.final }).verdict;
    const byClasses = diagnose({ samples: { modes }, real: real.final }).verdict;
    assertEquals(byDuplicates === "collapse", variant === "vanilla");
    assertEquals(byClasses === "collapse", variant === "vanilla");
  }
});
