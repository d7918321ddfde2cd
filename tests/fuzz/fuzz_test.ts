import { assertRejects } from "@std/assert";
import fc from "fast-check";
import { FUZZERS } from "./list_fuzzers.ts";
import { makeFuzzer } from "./make_fuzzer.ts";

for (const { name, run } of FUZZERS) {
  Deno.test(`${name} are read or refused`, async () => {
    await run();
  });
}

Deno.test("a fuzzer finds a reader that crashes, hands out too much memory, or refuses nothing", async () => {
  const inputs = fc.nat();
  const refuses = SyntaxError;
  const crash = (input: number) => {
    if (input > 1000) throw new TypeError("crashed");
  };
  const hoard = () => new Uint8Array(65 * 2 ** 20).fill(1);
  for (const read of [crash, hoard, () => {}]) {
    await assertRejects(() => makeFuzzer("a reader", inputs, { read, refuses }).run());
  }
});
