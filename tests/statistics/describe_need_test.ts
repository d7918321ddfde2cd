import { assertEquals, assertStringIncludes } from "@std/assert";
import { describeNeed } from "../../src/statistics/describe_need.ts";

Deno.test("describeNeed() speaks of one seed, and of several", () => {
  const say = (count: number, hasSides: boolean) => describeNeed("more", count, hasSides).toDecide;
  assertStringIncludes(say(1, true), "About 1 more seed a side would decide");
  assertStringIncludes(say(2, true), "About 2 more seeds a side would decide");
  assertStringIncludes(say(1, false), "About 1 more seed would decide");
});

Deno.test("describeNeed() gives the sentence as a message too", () => {
  assertEquals(describeNeed("least", 3, true).need, {
    says: "need.least_a_side",
    values: { count: 3 },
  });
});
