import { assertEquals, assertRejects } from "@std/assert";
import { decompress } from "../../src/formats/decompress.ts";

const BYTES = Uint8Array.from({ length: 5000 }, (_, i) => i * i % 251);

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return await new Response(stream).bytes();
}

Deno.test("decompress() unpacks a gzip file, and leaves others as they are", async () => {
  assertEquals(await decompress(await pack(BYTES)), BYTES);
  assertEquals(await decompress(BYTES), BYTES);
  assertEquals(await decompress(new Uint8Array()), new Uint8Array());
});

Deno.test("decompress() unpacks a gzip file of several members, as a joined one is", async () => {
  const joined = Uint8Array.from([...await pack(BYTES), ...await pack(Uint8Array.of(7, 9))]);
  assertEquals(await decompress(joined), Uint8Array.from([...BYTES, 7, 9]));
});

Deno.test("decompress() refuses a gzip file that is cut", async () => {
  const packed = await pack(BYTES);
  await assertRejects(
    () => decompress(packed.slice(0, packed.length / 2)),
    SyntaxError,
    "Cannot unpack a gzip file: ",
  );
});
