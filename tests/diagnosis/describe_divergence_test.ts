import { assertEquals } from "@std/assert";
import { describeDivergence } from "../../src/diagnosis/describe_divergence.ts";
import { LOGGED } from "../../src/training/gan.ts";

Deno.test("describeDivergence() has words for everything that a training logs", () => {
  for (const name of LOGGED) {
    assertEquals(describeDivergence(`${name} is -Infinity at step 7`), {
      says: "divergence.not_finite",
      values: { quantity: { says: `quantity.${name}` }, value: "-Infinity", step: 7 },
    });
  }
});

Deno.test("describeDivergence() takes a reason of another form as it stands", () => {
  const reason = "gan_loss is NaN at step 7";
  assertEquals(describeDivergence(reason), { says: "divergence.other", values: { reason } });
});
