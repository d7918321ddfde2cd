import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { ArchiveError } from "../../../pipeline/archive/mod.ts";
import { verifyPack } from "../../../pipeline/archive/verify_pack.ts";
import {
  checkSignature,
  makeKeyPair,
  parseSecretKey,
  SigningError,
  signMessage,
} from "../../../pipeline/signing/mod.ts";
import { CHANGES, listFiles } from "../verify/damage_store.ts";
import { makePack } from "./make_pack.ts";
import { encode, readMembers, rename, replace, resign, writeTar } from "./raw_archive.ts";

const pair = await makeKeyPair();
const secret = await parseSecretKey(pair.secretText);
const sign = (manifest: Uint8Array) => signMessage(manifest, secret, "test");

function check(path: string) {
  return verifyPack(path, {
    onHead: async ({ manifestBytes, signature }) => {
      await checkSignature(manifestBytes, signature ?? "", pair.publicKey);
    },
  });
}

Deno.test("P11: a signed archive in which anything was changed, removed, added or renamed is found out", async (test) => {
  const folder = await Deno.makeTempDir();
  const path = await makePack(folder, { sign });
  const good = await readMembers(path);
  assertEquals((await check(path)).damage, []);
  const tamper = async (members: typeof good) => {
    await Deno.writeFile(path, await writeTar(members));
    return await check(path).then(({ damage }) => damage.length, (error) => error.constructor);
  };
  for (const [index, { name }] of good.entries()) {
    await test.step(name.slice(0, 60), async () => {
      for (const change of Object.values(CHANGES)) {
        const members = good.map((member, at) =>
          at === index ? { ...member, bytes: Uint8Array.from(change(member.bytes)) } : member
        );
        // A byte of the untrusted comment is the one thing that no signature covers.
        if (name.endsWith(".minisig") && index === 1 && change === CHANGES["first byte"]) continue;
        const found = await tamper(members);
        assertEquals(found === 0, false, `${change.name} of ${name}`);
      }
      assertEquals(await tamper(good.filter((_, at) => at !== index)) === 0, false);
      const renamed = good.map((member, at) =>
        at === index ? { ...member, name: `${name}x` } : member
      );
      assertEquals(await tamper(renamed) === 0, false);
    });
  }
  await test.step("an added file, and files whose manifest was made anew", async () => {
    const more = { name: "assay-bench/specs/more.ts", bytes: encode("1") };
    assertEquals(await tamper([...good, more]), ArchiveError);
    const [manifest, signature, ...files] = good;
    const remade = (edited: typeof good) => {
      const [first, ...rest] = resign([manifest, ...edited]);
      return [first, signature, ...rest];
    };
    assertEquals(await tamper(remade([...files, more])), SigningError);
    const changed = replace(files, /report\.html$/, () => encode("<p>42</p>"));
    assertEquals(await tamper(remade(changed)), SigningError);
    const renamed = rename(files, /report\.html$/, "assay-bench/bench/rapport.html");
    assertEquals(await tamper(remade(renamed)), SigningError);
    assertEquals(await tamper([manifest, ...files]), SigningError);
    // Without the check of the signature, a manifest that was made anew is believed.
    await Deno.writeFile(path, await writeTar(remade(changed)));
    assertEquals((await verifyPack(path, { onHead: async () => {} })).damage, []);
    assertEquals(await tamper(good), 0);
  });
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a folder that an archive was taken out to by tar is checked the same way", async (test) => {
  const folder = await Deno.makeTempDir();
  const path = await makePack(folder, { sign });
  const { success } = await new Deno.Command("tar", { args: ["xzf", path], cwd: folder }).output();
  assertEquals(success, true);
  const top = join(folder, "assay-bench");
  const problems = async () =>
    (await check(top)).damage.map(({ problem, path }) => [problem, path]);
  assertEquals(await problems(), []);
  for (const file of await listFiles(top)) {
    if (file.startsWith("manifest.json")) continue;
    await test.step(file.slice(0, 60), async () => {
      const bytes = await Deno.readFile(join(top, file));
      await Deno.writeFile(join(top, file), CHANGES["last byte"](bytes));
      assertEquals(await problems(), [["wrong digest", file]]);
      await Deno.remove(join(top, file));
      assertEquals(await problems(), [["missing", file]]);
      await Deno.symlink("/etc/hostname", join(top, file));
      assertEquals(await problems(), [["missing", file]]);
      await Deno.remove(join(top, file));
      await Deno.writeFile(join(top, `${file}x`), bytes);
      assertEquals(await problems(), [["missing", file], ["unknown file", `${file}x`]]);
      await Deno.rename(join(top, `${file}x`), join(top, file));
    });
  }
  assertEquals(await problems(), []);
  await Deno.writeTextFile(join(top, "manifest.json"), " ", { append: true });
  await assertRejects(() => check(top), ArchiveError);
  await Deno.remove(folder, { recursive: true });
});
