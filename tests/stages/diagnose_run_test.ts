import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import type { SampleSigns } from "../../src/diagnosis/mod.ts";
import { writeStatement } from "../../src/report/text/write_statement.ts";
import { openRunDoctor } from "../../src/stages/diagnose_run.ts";
import type { Outcome } from "../../src/stages/read_outcome.ts";

const HEADER =
  "step,discriminator_loss,generator_loss,d_real,d_fake,discriminator_gradient_norm,generator_gradient_norm";

function countModes(...counts: number[]): SampleSigns {
  return { modes: { noun: "mode", counts, sampleCount: 400 } };
}

const REAL = countModes(100, 100, 100, 100);
const GOOD = countModes(90, 110, 100, 100), ONE = countModes(400, 0, 0, 0);

async function openDoctor(
  outcome: Outcome,
  reference: unknown = { signs: { final: REAL, curve: REAL } },
) {
  const folder = await Deno.makeTempDir({ prefix: "assay-doctor-" });
  const paths = { reference: join(folder, "reference.json"), history: join(folder, "history.csv") };
  await Deno.writeTextFile(paths.reference, JSON.stringify(reference));
  const rows = Array.from({ length: 100 }, (_, index) => `${index + 1},1.3,0.8,0.5,0.5,1,1`);
  await Deno.writeTextFile(paths.history, [HEADER, ...rows].join("\n") + "\n");
  try {
    return await openRunDoctor(paths, {
      outcome,
      step: outcome.step,
      objective: "non-saturating",
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a run is diagnosed by its final samples, with the steps at which the verdict changed", async () => {
  const doctor = await openDoctor({ status: "done", step: 100 });
  const curve = [{ step: 50, signs: GOOD }, { step: 100, signs: ONE }].map(({ step, signs }) => ({
    step,
    metrics: {},
    diagnosis: doctor.diagnoseSnapshot(signs, step),
  }));
  assertEquals(curve.map(({ diagnosis }) => diagnosis.verdict), ["healthy", "collapse"]);
  // Of a snapshot only what decided is kept.
  assertEquals(curve[1].diagnosis.evidence.length, curve[1].diagnosis.decisive);
  const { verdict, changes, signs } = doctor.diagnoseRun(ONE, curve);
  assertEquals([verdict, signs], ["collapse", ONE]);
  assertEquals(changes.map(writeStatement), [
    "From step 50 to 100 healthy became collapse: modes covered fell from 4 to 1, mode entropy (nats) fell from 1.38 to 0.",
  ]);
});

Deno.test("a run that diverged has no final samples; its last snapshot is told", async () => {
  const reason = "generator_loss is NaN at step 77";
  const doctor = await openDoctor({ status: "diverged", step: 77, reason });
  const diagnosis = doctor.diagnoseSnapshot(GOOD, 50);
  const found = doctor.diagnoseRun(undefined, [{ step: 50, metrics: {}, diagnosis }]);
  assertEquals([found.verdict, found.decisive, found.changes], ["diverged", 1, []]);
  assertEquals(found.evidence.map(writeStatement), [
    "Training ended early: the generator’s loss is NaN at step 77.",
    "The last snapshot, at step 50, was judged healthy.",
  ]);
});

Deno.test("openRunDoctor() wants the evaluation of real data", async () => {
  await assertRejects(
    () => openDoctor({ status: "done", step: 100 }, { metrics: {} }),
    TypeError,
    "it has no signs; the evaluation of real data is wanted",
  );
});
