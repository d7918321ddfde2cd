import { assertEquals } from "@std/assert";
import { join, resolve } from "node:path";
import { drawNormal } from "../../../src/engine/random.ts";
import { writeSafetensors } from "../../../src/formats/write_safetensors.ts";

const MAIN = resolve(import.meta.dirname!, "../../../src/main.ts");
const POLL_MS = 50;

/** Whether a process whose command line holds the text is alive. */
async function isAlive(text: string): Promise<boolean> {
  const { success } = await new Deno.Command("pgrep", { args: ["-f", text] }).output();
  return success;
}

Deno.test({
  name: "Ctrl-C on evaluate ends the process that computes for it, and what that left",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const folder = await Deno.makeTempDir({ prefix: "assay-test-" });
    const temporary = join(folder, "tmp");
    await Deno.mkdir(temporary);
    // A search of half a minute.
    const shape = [40_000, 128];
    const data = drawNormal({ seed: 4, stream: "long", step: 0 }, shape[0] * shape[1]);
    const set = join(folder, "set.safetensors");
    const tensors = { features: { dtype: "F32", shape, data } } as const;
    await Deno.writeFile(set, writeSafetensors({ tensors, metadata: {} }));
    const args = ["--real", set, "--fake", set, "--metrics", "precision_k5"];
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const evaluate = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--quiet", MAIN, "evaluate", ...args],
        env: { TMPDIR: temporary },
        stdin: "null",
        stdout: "null",
        stderr: "null",
      }).spawn();
      while (!await isAlive(`${temporary}.*task\\.json`)) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      evaluate.kill(signal);
      assertEquals((await evaluate.status).code, 130);
      assertEquals(await isAlive(temporary), false);
      assertEquals([...Deno.readDirSync(temporary)], []);
    }
    await Deno.remove(folder, { recursive: true });
  },
});
