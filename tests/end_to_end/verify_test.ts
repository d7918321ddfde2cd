import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";

/** Flips a byte in the middle of a file, read-only or not. */
async function damage(path: string): Promise<void> {
  const bytes = await Deno.readFile(path);
  bytes[bytes.length >> 1] ^= 1;
  await Deno.remove(path);
  await Deno.writeFile(path, bytes);
}

Deno.test("deno task verify finds damage in real results, and --repair computes it again", async (test) => {
  const project = await ProjectCopy.make();
  const spec = writeSmallRing().replace(
    /\}\);\n$/,
    "  presets: { short: { base: { stepCount: 100 }, evaluation: { every: 50 } } },\n});\n",
  );
  await project.write(SPEC, spec);
  await project.run(SPEC);
  const digests = await project.listDigests("small-ring");
  const verify = (...args: string[]) =>
    project.command(["verify", project.results, ...args], {}, { isPlain: true });

  await test.step("whole results have no damage", async () => {
    const { code, stdout } = await verify();
    assertEquals(code, 0);
    assertMatch(
      stdout,
      /records, \d+ codes, \d+ artifacts \(all read\), 1 views: .* No damage found/,
    );
  });

  const generators = digests["train-gan/vanilla/seed=1/generators"];
  const object = join(project.results, ".store/objects", generators.slice(0, 2), generators);
  const view = join(project.results, "small-ring/runs/vanilla/seed=1/history.csv");

  await test.step("a flipped byte in an artifact and in a file of the view is named", async () => {
    await damage(object);
    await damage(view);
    const { code, stdout } = await verify("--json");
    assertEquals(code, 4);
    const found = JSON.parse(stdout).damage;
    assertEquals(found.map(({ path, problem }: Record<string, string>) => [path, problem]), [
      [`.store/objects/${generators.slice(0, 2)}/${generators}`, "wrong digest"],
      ["small-ring/runs/vanilla/seed=1/history.csv", "wrong digest"],
    ]);
    assertMatch(found[0].detail, /^"generators.safetensors" of train-gan\/vanilla\/seed=1 has the/);
    assertEquals((await verify("--quick", "--json")).code, 4, "the view is small: always read");
  });

  await test.step("--repair puts both right, with the same bytes", async () => {
    const { code, stdout, stderr } = await verify("--repair");
    assertEquals(code, 0, stdout + stderr);
    assertMatch(stdout, /run again: small-ring/);
    assertEquals(await project.listDigests("small-ring"), digests);
    assertEquals((await verify()).code, 0);
  });

  await test.step("--repair runs a preset again that has lost a result, over the seeds of its view", async () => {
    await project.run(SPEC, "--preset", "short", "--seeds", "2");
    const published = await project.listDigests("small-ring.short");
    const short = published["train-gan/vanilla/seed=2/generators"];
    await damage(join(project.results, ".store/objects", short.slice(0, 2), short));
    await damage(join(project.results, "small-ring.short/summary.json"));
    const { code, stdout, stderr } = await verify("--repair");
    assertEquals(code, 0, stdout + stderr);
    assertMatch(stdout, /run again: small-ring\.short/);
    assertEquals(await project.listDigests("small-ring.short"), published);
  });

  await test.step("without a spec, --repair says what it could not put right", async () => {
    await damage(object);
    await Deno.rename(join(project.folder, SPEC), join(project.folder, "elsewhere.ts"));
    const { code, stdout } = await verify("--repair");
    assertEquals(code, 4);
    assertMatch(stdout, /not repaired: small-ring\. Give its spec/);
    await damage(join(project.results, "small-ring/summary.json"));
    assertEquals((await verify("--repair")).code, 4);
    assertEquals((await verify()).code, 4, "what has no spec is damaged still");
    await project.run(join(project.folder, "elsewhere.ts"));
    assertEquals(await project.listDigests("small-ring"), digests);
  });

  await test.step("what cannot be understood is refused, with what is wanted", async () => {
    const bad = await verify("--sample", "120%");
    assertEquals(bad.code, 2);
    assertMatch(bad.stderr, /Cannot read "--sample": it must be a share .* value is 120%/);
    const none = await project.command(["verify", "/nonexistent"], {}, { isPlain: true });
    assertEquals(none.code, 3);
    assertMatch(none.stderr, /Cannot verify "\/nonexistent": it holds no .store\//);
  });

  await project.remove();
});
