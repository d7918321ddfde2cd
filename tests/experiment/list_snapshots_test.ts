import { assertEquals } from "@std/assert";
import { listSnapshots } from "../../src/experiment/list_snapshots.ts";

Deno.test("listSnapshots() ends with the last step, once", () => {
  assertEquals(listSnapshots(500, 100), [100, 200, 300, 400, 500]);
  assertEquals(listSnapshots(500, 300), [300, 500]);
  assertEquals(listSnapshots(500, 500), [500]);
  assertEquals(listSnapshots(1, 1), [1]);
});
