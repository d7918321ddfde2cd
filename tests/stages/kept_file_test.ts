import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { KeptFile } from "../../src/stages/kept_file.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | null) =>
  bytes === null ? null : new TextDecoder().decode(bytes);

async function withFolder(use: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  await use(join(folder, "key", "checkpoint"));
  await Deno.remove(folder, { recursive: true });
}

Deno.test("KeptFile.read() gives the last version, and null before there is one", async () => {
  await withFolder(async (path) => {
    const file = new KeptFile(path, () => {});
    assertEquals(await file.read(), null);
    for (const text of ["one", "two", "three"]) await file.write(encode(text));
    assertEquals(decode(await file.read()), "three");
    const names = [...Deno.readDirSync(join(path, ".."))].map(({ name }) => name).sort();
    assertEquals(names, ["checkpoint", "checkpoint.previous"]);
  });
});

Deno.test("KeptFile.read() passes over a version that is torn, with a note, and gives the one before", async () => {
  const damages: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
    (bytes) => bytes.slice(0, -1),
    (bytes) => bytes.map((byte, at) => at === 0 ? byte ^ 1 : byte),
    (bytes) => bytes.map((byte, at) => at === bytes.length - 1 ? byte ^ 1 : byte),
    () => new Uint8Array(),
    (bytes) => new Uint8Array(bytes.length),
  ];
  for (const damage of damages) {
    await withFolder(async (path) => {
      const notes: string[] = [];
      const file = new KeptFile(path, (note) => notes.push(note));
      await file.write(encode("one"));
      await file.write(encode("two"));
      await Deno.writeFile(path, damage(await Deno.readFile(path)));
      assertEquals(decode(await file.read()), "one");
      assertMatch(notes.join(), /^Cannot use the checkpoint ".*checkpoint": it is torn/);

      await Deno.writeFile(`${path}.previous`, encode("torn"));
      assertEquals(await file.read(), null, "both are torn");
      assertEquals(notes.length, 2);
      await file.write(encode("three"));
      assertEquals(decode(await file.read()), "three");
    });
  }
});

Deno.test("KeptFile.read() finds the version before when a kill came between the two renames; write() sweeps drafts", async () => {
  await withFolder(async (path) => {
    const file = new KeptFile(path, () => {});
    await file.write(encode("one"));
    await Deno.rename(path, `${path}.previous`);
    await Deno.writeFile(`${path}.killed.new`, encode("tw"));
    assertEquals(decode(await file.read()), "one");
    await file.write(encode("two"));
    const names = [...Deno.readDirSync(join(path, ".."))].map(({ name }) => name).sort();
    assertEquals(names, ["checkpoint", "checkpoint.previous"]);
  });
});
