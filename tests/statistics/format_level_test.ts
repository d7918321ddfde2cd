import { assertEquals } from "@std/assert";
import { formatLevel } from "../../src/statistics/format_level.ts";

Deno.test("formatLevel() never writes 100 %", () => {
  const levels = [1, 2, 3, 9, 100, 1_000].map((claims) => formatLevel(1 - 0.05 / claims));
  assertEquals(levels, ["95", "97.5", "98.3", "99.4", "99.95", "99.995"]);
});
