import { assertEquals, assertGreater } from "@std/assert";
import { killAtRandom } from "./kill_at_random.ts";
import { killAtSteps } from "./kill_at_steps.ts";
import { makeRandom } from "./make_random.ts";

const IGNORED = Deno.build.os !== "linux";

Deno.test({
  name: "runs that are killed with SIGKILL at one in twenty changes to the disk lose nothing",
  ignore: IGNORED,
  fn: async () => assertGreater(await killAtSteps(20), 5),
});

Deno.test({
  name:
    "runs that are killed with SIGKILL at random moments end with the digests of an undisturbed one",
  ignore: IGNORED,
  fn: async () => assertEquals(await killAtRandom(6, makeRandom(1)), 6),
});
