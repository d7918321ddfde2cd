import { FLOAT32 } from "../../check_gradients.ts";
import { openTestEngine } from "../../open_test_engine.ts";
import { FAMILIES } from "./cases.ts";
import { checkCase } from "./check_case.ts";

// Operations that TensorFlow has no float64 kernel for: coarser differences, which still tell a wrong gradient.
await openTestEngine();

for (const [name, operation] of Object.values(FAMILIES).flatMap((cases) => Object.entries(cases))) {
  if (operation.refuses?.float64 === undefined) continue;
  Deno.test(`${name} has first and second derivatives of finite differences in float32`, () => {
    checkCase(name, operation, FLOAT32);
  });
}
