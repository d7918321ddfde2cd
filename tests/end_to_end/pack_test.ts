import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { listRan, ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";

Deno.test("deno task pack and unpack carry real results to another folder", async (test) => {
  const project = await ProjectCopy.make();
  const spec = writeSmallRing().replace("seeds: [1]", "seeds");
  await project.write(SPEC, `import { seeds } from "./parts/seeds.ts";\n${spec}`);
  await project.write("experiments/parts/seeds.ts", "export const seeds = [1];\n");
  const archive = join(project.folder, "ring.tar.gz");

  await test.step("there is nothing to pack before a run", async () => {
    const { code, stderr } = await project.command(["pack", SPEC, archive]);
    assertEquals(code, 3);
    assertMatch(stderr, /it holds no \.store\/|nothing of it is in/);
  });

  await project.run(SPEC);
  const digests = await project.listDigests("small-ring");

  await test.step("pack writes one file, the same each time", async () => {
    const { code, stdout, stderr } = await project.command(["pack", SPEC, archive]);
    assertEquals([code, stdout], [0, `${archive}\n`], stderr);
    const first = await Deno.readFile(archive);
    await project.command(["pack", SPEC, archive]);
    assertEquals(await Deno.readFile(archive), first);
    const listed = await new Deno.Command("tar", { args: ["tzf", archive] }).output();
    const specs = new TextDecoder().decode(listed.stdout).match(/specs\/.+/g);
    assertEquals(specs, ["specs/parts/seeds.ts", "specs/small-ring.ts"]);
  });

  await test.step("a spec whose name no pack takes goes in by that of its experiment", async () => {
    const own = "experiments/_мій ring.ts";
    await Deno.rename(join(project.folder, SPEC), join(project.folder, own));
    const renamed = join(project.folder, "renamed.tar.gz");
    const { code, stderr } = await project.command(["pack", own, renamed]);
    assertEquals(code, 0, stderr);
    assertMatch(stderr, /the spec goes in as "specs\/small-ring\.ts"/);
    const verify = await project.command(["verify", renamed], {}, { isPlain: true });
    assertEquals(verify.code, 0, verify.stderr);
    await Deno.rename(join(project.folder, own), join(project.folder, SPEC));
  });

  await test.step("unpack takes it into another folder, where all is cached and verify finds no damage", async () => {
    project.results = join(project.folder, "received");
    const { code, stdout, stderr } = await project.command(["unpack", archive, "--json"]);
    assertEquals(code, 0, stderr);
    const { added, present, conflicts, view } = JSON.parse(stdout);
    assertEquals([added, present, conflicts, view], [11, 0, [], "small-ring"]);
    const verify = await project.command(["verify", project.results], {}, { isPlain: true });
    assertEquals(verify.code, 0, verify.stdout);
    assertEquals(listRan((await project.run(SPEC)).events), []);
    assertEquals(await project.listDigests("small-ring"), digests);
  });

  await test.step("an unpacked result is explained and shown", async () => {
    const { stdout } = await project.command(["show", "train-gan/vanilla/seed=1", "history"]);
    assertMatch(stdout, /discriminator_loss/);
  });

  await test.step("a signed pack is taken with its key and refused with another", async () => {
    const plain = { isPlain: true };
    const keys = join(project.folder, "lab");
    assertEquals((await project.command(["keygen", keys], {}, plain)).code, 0);
    assertEquals((await project.command(["keygen", keys], {}, plain)).code, 3, "never replaced");
    assertEquals((await project.command(["keygen", `${keys}2`], {}, plain)).code, 0);
    const signed = join(project.folder, "signed.tar.gz");
    const packed = await project.command(["pack", SPEC, signed, "--sign", `${keys}.key`]);
    assertEquals(packed.code, 0, packed.stderr);
    const ours = await project.command(["verify", signed, "--key", `${keys}.pub`], {}, plain);
    assertEquals(ours.code, 0, ours.stderr);
    assertMatch(ours.stdout, /All as packed\. Signed by this key: results of small-ring/);
    const theirs = await project.command(["verify", signed, "--key", `${keys}2.pub`], {}, plain);
    assertEquals(theirs.code, 4);
    assertMatch(theirs.stderr, /its signature is refused: it is of the key/);
    const unsigned = await project.command(["unpack", archive, "--key", `${keys}.pub`]);
    assertEquals(unsigned.code, 4);
    assertMatch(unsigned.stderr, /it is not signed\. Nothing of it was taken in/);
    assertEquals((await project.command(["unpack", signed, "--key", `${keys}.pub`])).code, 0);
  });

  await test.step("a damaged archive is refused", async () => {
    const bytes = await Deno.readFile(archive);
    bytes[bytes.length >> 1] ^= 1;
    const damaged = join(project.folder, "damaged.tar.gz");
    await Deno.writeFile(damaged, bytes);
    const { code, stderr } = await project.command(["unpack", damaged]);
    assertEquals(code, 4);
    assertMatch(stderr, /^Cannot unpack ".*damaged\.tar\.gz": .* Nothing of it was taken in\n$/);
  });

  await test.step("gc keeps all that the spec and the view need, and frees the rest", async () => {
    const dry = async () => {
      const { code, stdout, stderr } = await project.command(["gc", "--dry-run", "--json"]);
      assert(code === 0, stderr);
      return JSON.parse(stdout);
    };
    assertEquals((await dry()).removed, []);
    const broken = "experiments/broken.ts";
    await project.write(broken, "export default 1;");
    const { code, stderr } = await project.command(["gc"]);
    assertEquals(code, 2);
    assertMatch(stderr, /Cannot tell what is needed: .*broken\.ts/);
    await Deno.remove(join(project.folder, broken));
  });

  await project.remove();
});
