import { assert } from "@std/assert";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";

Deno.test({
  name: "watch runs again what a saved file changes, and waits out a syntax error",
  ignore: Deno.build.os === "windows",
  async fn() {
    const project = await ProjectCopy.make();
    await project.write(SPEC, writeSmallRing({ stepCount: 40 }));
    const child = project.prepare(["watch", SPEC]).spawn();
    const reader = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    /** Waits for a line about the next run, and gives what was written until then. */
    const until = async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const found = pattern.exec(text);
        if (found !== null) {
          const before = text.slice(0, found.index + found[0].length);
          text = text.slice(before.length);
          return before;
        }
        const { done, value } = await reader.read();
        assert(!done, `watch ended:\n${text}`);
        text += value;
      }
    };
    assert(/\d+ done in /.test(await until(/^watching \d+ files$/m)));

    // Nothing that counts: all is cached.
    await project.edit(
      "src/report/escape_html.ts",
      "export function",
      "// A remark.\nexport function",
    );
    const remark = await until(/^watching \d+ files$/m);
    assert(/changed: src\/report\/escape_html\.ts/.test(remark), remark);
    assert(/small-ring: \d+ cached in /.test(remark), remark);

    await project.write(SPEC, "export default {");
    const broken = await until(/^watching \d+ files \(the run ended with \d\)$/m);
    assert(broken.includes("small-ring.ts"), broken);

    await project.write(SPEC, writeSmallRing({ stepCount: 60 }));
    const changed = await until(/^watching \d+ files$/m);
    assert(/train-gan\/vanilla\/seed=1 .*stepCount/.test(changed), changed);

    child.kill("SIGINT");
    await child.stdout.cancel();
    await reader.cancel();
    assert((await child.status).code === 130);
    await project.remove();
  },
});

Deno.test("watch refuses a spec that is not there", async () => {
  const project = await ProjectCopy.make();
  const { code, stderr } = await project.command(["watch", "no/such/spec.ts"]);
  assert(code === 2 && stderr.includes("there is no such file"), stderr);
  await project.remove();
});
