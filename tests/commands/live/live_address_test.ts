import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { keepLiveAddress, readLiveAddress } from "../../../src/commands/live/live_address.ts";
import { openLive } from "../../../src/commands/live/open_live.ts";

Deno.test("a results folder keeps port and token, for its owner's eyes alone", async () => {
  const folder = await Deno.makeTempDir();
  const fresh = readLiveAddress(folder);
  assertMatch(fresh.token, /^[0-9a-f]{32}$/);
  assertNotEquals(readLiveAddress(folder).token, fresh.token);
  keepLiveAddress(folder, { ...fresh, port: 4321 });
  assertEquals(readLiveAddress(folder), { ...fresh, port: 4321 });
  const { mode } = await Deno.stat(join(folder, ".live.json"));
  if (Deno.build.os !== "windows") assertEquals(mode! & 0o777, 0o600);
  await Deno.writeTextFile(join(folder, ".live.json"), `{"port":1,"token":"../x"}`);
  assertEquals(readLiveAddress(folder).port, 0);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("the pages of a folder are served by one process at a time, and always at the same address", async () => {
  const folder = await Deno.makeTempDir();
  const first = await openLive(folder, {});
  const url = first.locate("ring");
  const second = await openLive(folder, {});
  assertEquals(second.locate("ring"), url);
  await second.close();
  await first.close();
  const third = await openLive(folder, {});
  assertEquals(third.locate("ring"), url);
  await third.close();
  await Deno.remove(folder, { recursive: true });
});
