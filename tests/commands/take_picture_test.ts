import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { EnvironmentError } from "../../pipeline/mod.ts";
import { takePicture } from "../../src/commands/take_picture.ts";

const SIZE = { width: 100, height: 100, scale: 1 };

for (
  const [name, script, message] of [
    ["fails", "echo first >&2; echo boom >&2; exit 1", "it ended with an error: boom"],
    ["writes nothing", "exit 0", "it wrote none; a Chromium is wanted"],
  ]
) {
  Deno.test(`takePicture() says what is wrong with a browser that ${name}`, async () => {
    const folder = await Deno.makeTempDir();
    const browser = join(folder, "chromium");
    await Deno.writeTextFile(browser, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    await assertRejects(
      () => takePicture(join(folder, "page.html"), { browser, ...SIZE }),
      EnvironmentError,
      message,
    );
    assertEquals((await Array.fromAsync(Deno.readDir(folder))).length, 1);
    await Deno.remove(folder, { recursive: true });
  });
}
