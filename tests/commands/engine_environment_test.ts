import { assertRejects } from "@std/assert";
import { EnvironmentError } from "../../pipeline/mod.ts";
import { chooseEnvironment } from "../../src/commands/engine_environment.ts";

Deno.test("chooseEnvironment() refuses a time between checkpoints that is no number", async () => {
  const before = Deno.env.get("ASSAY_CHECKPOINT_SECONDS");
  try {
    for (const seconds of ["10s", "", "-1"]) {
      Deno.env.set("ASSAY_CHECKPOINT_SECONDS", seconds);
      await assertRejects(
        () => chooseEnvironment({ engine: "portable" }, () => {}),
        EnvironmentError,
        `Cannot use ASSAY_CHECKPOINT_SECONDS: it is "${seconds}"; a number of seconds >= 0 is wanted`,
      );
    }
  } finally {
    if (before === undefined) Deno.env.delete("ASSAY_CHECKPOINT_SECONDS");
    else Deno.env.set("ASSAY_CHECKPOINT_SECONDS", before);
  }
});
