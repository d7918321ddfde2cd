import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { readSummary } from "../../../src/commands/run/read_summary.ts";

Deno.test("readSummary() gives nothing of a summary that is damaged or was deleted", async () => {
  const folder = await Deno.makeTempDir();
  const report = join(folder, "report.html");
  assertEquals(await readSummary(report), null);
  await Deno.writeTextFile(join(folder, "summary.json"), `{"claims": [`);
  assertEquals(await readSummary(report), null);
  await Deno.remove(folder, { recursive: true });
});
