import { assertEquals, assertRejects } from "@std/assert";
import { Gate } from "../../bench/ours/gate.ts";

Deno.test("Gate.run() lets a loop take as many steps as asked for, and go on from there", async () => {
  const taken: number[] = [];
  const gate = new Gate(async (gate) => {
    for (let step = 1;; step++) {
      taken.push(step);
      await gate.pass(step);
    }
  });
  assertEquals(taken, []);
  await gate.run(3);
  assertEquals(taken, [1, 2, 3]);
  await gate.run(2);
  assertEquals(taken, [1, 2, 3, 4, 5]);
  assertEquals([gate.stopsAt(4), gate.stopsAt(5)], [false, true]);
});

Deno.test("Gate.run() throws what the loop throws", async () => {
  const gate = new Gate(async (gate) => {
    await gate.pass(1);
    throw new Error("no second step");
  });
  await gate.run(1);
  await assertRejects(() => gate.run(1), Error, "no second step");
});

Deno.test("Gate.run() throws when the loop has ended", async () => {
  const gate = new Gate(async (gate) => await gate.pass(1));
  await gate.run(1);
  await assertRejects(() => gate.run(1), Error, "the loop has ended");
});
