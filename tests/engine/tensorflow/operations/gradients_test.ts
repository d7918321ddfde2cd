import { openTestEngine } from "../../open_test_engine.ts";
import { computeOutputs, makeInputs } from "./case.ts";
import { FAMILIES } from "./cases.ts";
import { assertRefused, checkCase } from "./check_case.ts";

await openTestEngine({ precision: "float64" });

for (const [name, operation] of Object.values(FAMILIES).flatMap((cases) => Object.entries(cases))) {
  const { refuses = {} } = operation;
  if (refuses.eager !== undefined) continue;
  if (refuses.float64 === undefined) {
    Deno.test(`${name} has first and second derivatives of finite differences`, () => {
      checkCase(name, operation);
    });
  } else {
    const message = refuses.float64;
    Deno.test(`${name} is refused in float64 by name`, () => {
      assertRefused(() => computeOutputs(operation, makeInputs(name, operation)), message);
    });
  }
}
