import { assertEquals } from "@std/assert";
import { describeChanges } from "../../src/diagnosis/mod.ts";
import { writeStatement } from "../../src/report/text/write_statement.ts";
import { countClasses } from "./make_signs.ts";

Deno.test("describeChanges() tells when modes were lost, and found again", () => {
  const all = countClasses(...Array.from({ length: 10 }, () => 1_000));
  const one = countClasses(10_000, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  assertEquals(
    describeChanges([
      { step: 200, verdict: "healthy", signs: { ...all, nearDuplicateShare: 0 } },
      { step: 400, verdict: "healthy", signs: { ...all, nearDuplicateShare: 0.002 } },
      { step: 1_600, verdict: "collapse", signs: { ...one, nearDuplicateShare: 1 } },
      { step: 1_800, verdict: "healthy", signs: all },
    ]).map(writeStatement),
    [
      "From step 400 to 1,600 healthy became collapse: classes covered fell from 10 to 1, class entropy " +
      "(nats) fell from 2.3 to 0, near-duplicates rose from 0.2 % to 100 %.",
      "From step 1,600 to 1,800 collapse became healthy: classes covered rose from 1 to 10, class entropy " +
      "(nats) rose from 0 to 2.3.",
    ],
  );
});

Deno.test("describeChanges() says nothing where the verdict stays, or of a single snapshot", () => {
  const signs = countClasses(...Array.from({ length: 10 }, () => 1_000));
  assertEquals(describeChanges([]), []);
  assertEquals(describeChanges([{ step: 1, verdict: "healthy", signs }]), []);
  assertEquals(
    describeChanges([1, 2, 3].map((step) => ({ step, verdict: "healthy" as const, signs }))),
    [],
  );
});
