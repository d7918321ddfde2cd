import { assertEquals } from "@std/assert";
import { LiveChannel } from "../../src/live/live_channel.ts";

Deno.test("a channel wakes those who wait for a change, and not for the same text again", async () => {
  const channel = new LiveChannel();
  channel.set("stages", "one");
  const { signal } = new AbortController();
  await channel.waitAfter(0, signal);
  let woken = false;
  const wait = channel.waitAfter(channel.revision, signal).then(() => woken = true);
  channel.set("stages", "one");
  await Promise.resolve();
  assertEquals(woken, false);
  channel.set("log", "");
  await wait;
  assertEquals(channel.listSince(1).map(({ name }) => name), ["log"]);
});

Deno.test("a channel gives each part once, as it is now", () => {
  const channel = new LiveChannel();
  for (const text of ["a", "b", "c"]) channel.set("stages", text);
  channel.set("log", "d");
  assertEquals(channel.listSince(0), [
    { name: "stages", text: "c", revision: 3 },
    { name: "log", text: "d", revision: 4 },
  ]);
  assertEquals(channel.listSince(4), []);
});

Deno.test("a wait ends with its signal", async () => {
  const ended = new AbortController();
  const wait = new LiveChannel().waitAfter(0, ended.signal);
  ended.abort();
  await wait;
});
