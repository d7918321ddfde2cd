import { assertEquals, assertThrows } from "@std/assert";
import { measureFamily } from "../../../src/commands/evaluate/measure_family.ts";
import { ConvergenceError } from "../../../src/metrics/convergence_error.ts";
import { makePoints } from "../../metrics/make_points.ts";

const set = makePoints({ rows: 4, columns: 1 });
const subject = { real: set, fake: set, neighbour: 1 };

function fail(error: Error) {
  const family = {
    names: ["one", "other"],
    protocol: () => "",
    measure: () => {
      throw error;
    },
  };
  return measureFamily(family, subject);
}

Deno.test("measureFamily() gives a reason for a search that does not end, and hides no mistake", () => {
  const error = new ConvergenceError({ stepCount: 9, gradient: 2, tolerance: 0.5 });
  const reason = "no minimum was found in 9 steps: the gradient is 2, and at most 0.5 is wanted";
  assertEquals(fail(error), { one: { reason }, other: { reason } });
  assertThrows(() => fail(new TypeError("a mistake")), TypeError, "a mistake");
});
