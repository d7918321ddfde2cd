import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { digestData } from "../../pipeline/digest.ts";
import { EnvironmentError } from "../../pipeline/environment_error.ts";
import type { StageNode } from "../../pipeline/stage.ts";
import { verifyFiles } from "../../pipeline/verify_files.ts";
import { makeStage } from "./fixtures/workbench.ts";

function makeStages(path: string, text: string): StageNode[] {
  const files = { images: { path, digest: digestData(text) } };
  return [makeStage("a", "write-number"), { ...makeStage("prepare", "write-number"), files }];
}

Deno.test("verifyFiles() passes files that hold what was pinned, and refuses one changed byte", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "images.bin");
  await Deno.writeTextFile(path, "pixels");
  await verifyFiles(makeStages(path, "pixels"));

  await Deno.writeTextFile(path, "pixelt");
  const error = await assertRejects(
    () => verifyFiles(makeStages(path, "pixels")),
    EnvironmentError,
  );
  assertEquals(
    error.message,
    `Cannot use "${path}" (images of "prepare"): its 6 bytes have the SHA-256 ` +
      `${digestData("pixelt")}, ${digestData("pixels")} is wanted. ` +
      `Delete node_modules and install the packages again`,
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("verifyFiles() names a file that is not there and the stage that needs it", async () => {
  await assertRejects(
    () => verifyFiles(makeStages("/nonexistent/images.bin", "pixels")),
    EnvironmentError,
    'Cannot read "/nonexistent/images.bin" (images of "prepare")',
  );
});
