import { assert, assertEquals } from "@std/assert";
import { DiskStore } from "../../../pipeline/mod.ts";
import { holdView } from "../../../src/commands/run/hold_view.ts";

Deno.test("holdView() waits for another runner, and for no longer than it is wanted", async () => {
  const results = await Deno.makeTempDir();
  const [store, other] = [await DiskStore.open(results), await DiskStore.open(results)];
  const never = new AbortController().signal;
  const hold = await holdView(store, "ring", never);
  assert(hold !== null);
  (await holdView(other, "grid", never))!.release();
  assertEquals(await holdView(other, "ring", AbortSignal.timeout(250)), null);
  setTimeout(() => hold.release(), 150);
  (await holdView(other, "ring", never))!.release();
  await Deno.remove(results, { recursive: true });
});
