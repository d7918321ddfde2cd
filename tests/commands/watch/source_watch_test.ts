import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { SourceWatch } from "../../../src/commands/watch/source_watch.ts";

Deno.test("a watch tells of files that hold something else, however they are saved, and of no others", async () => {
  const folder = await Deno.makeTempDir();
  const [spec, code, other] = ["spec.ts", "code.ts", "other.ts"].map((name) => join(folder, name));
  for (const file of [spec, code, other]) await Deno.writeTextFile(file, "1");
  const watch = await SourceWatch.open(new Set([spec, code]));
  const change = watch.waitForChange();
  await Deno.writeTextFile(other, "2");
  await Deno.writeTextFile(code, "1");
  // As editors save: another file takes the name.
  await Deno.writeTextFile(`${spec}~`, "2");
  await Deno.rename(`${spec}~`, spec);
  assertEquals(await change, [spec]);
  const next = watch.waitForChange();
  await Deno.remove(code);
  await Deno.writeTextFile(spec, "3");
  assertEquals(await next, [code, spec]);
  const last = watch.waitForChange();
  watch.close();
  assertEquals(await last, []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a watch waits for the folder of a file where that is missing", async () => {
  const folder = await Deno.makeTempDir();
  const missing = join(folder, "shared");
  const watch = await SourceWatch.open(new Set([join(missing, "deeper", "settings.ts")]));
  const change = watch.waitForChange();
  await Deno.mkdir(missing);
  assertEquals(await change, [missing]);
  watch.close();
  await Deno.remove(folder, { recursive: true });
});
