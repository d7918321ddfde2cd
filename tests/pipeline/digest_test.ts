import { assertEquals, assertLess, assertRejects } from "@std/assert";
import { digestData, digestFile } from "../../pipeline/digest.ts";

interface Vector {
  readonly text: string;
  readonly sha256: string;
}

const golden = JSON.parse(
  await Deno.readTextFile(new URL("../golden/canonical_json.json", import.meta.url)),
);
const vectors: Vector[] = golden.cases
  .find(({ name }: { name: string }) => name === "sha256_utf8_strings").vectors;

Deno.test("digestData() gives the golden digests, of text and of its bytes", () => {
  assertEquals(vectors[1].text, "abc");
  for (const { text, sha256 } of vectors) {
    assertEquals(digestData(text), sha256);
    assertEquals(digestData(new TextEncoder().encode(text)), sha256);
  }
});

Deno.test("digestFile() agrees with digestData() across the edges of its chunks", async () => {
  const path = await Deno.makeTempFile();
  const copyTo = `${path}.copy`;
  for (const sizeBytes of [2 ** 20 + 1, 2 ** 18 + 1, 2 ** 18, 2 ** 18 - 1, 1, 0]) {
    const bytes = Uint8Array.from({ length: sizeBytes }, (_, index) => index % 251);
    await Deno.writeFile(path, bytes);
    assertEquals(await digestFile(path), { digest: digestData(bytes), sizeBytes });
    assertEquals(await digestFile(path, { copyTo }), { digest: digestData(bytes), sizeBytes });
    assertEquals(await Deno.readFile(copyTo), bytes);
  }
  await Deno.remove(path);
  await Deno.remove(copyTo);
});

Deno.test("digestFile() keeps nothing of a file in memory", async () => {
  const path = await Deno.makeTempFile();
  // Sparse: reading it costs no disk.
  await Deno.truncate(path, 2 ** 30);
  const before = Deno.memoryUsage().rss;
  let peak = before;
  const sampler = setInterval(() => peak = Math.max(peak, Deno.memoryUsage().rss), 5);
  const { digest, sizeBytes } = await digestFile(path);
  clearInterval(sampler);
  await Deno.remove(path);
  assertEquals(sizeBytes, 2 ** 30);
  assertEquals(digest, "49bc20df15e412a64472421e13fe86ff1c5165e18b2afccf160d4dc19fe68a14");
  assertLess(peak - before, 64 * 2 ** 20);
});

Deno.test("digestFile() hashes several files at once, each by itself", async () => {
  const folder = await Deno.makeTempDir();
  const files = [1, 2, 3].map((value) => ({
    path: `${folder}/${value}`,
    bytes: new Uint8Array(2 ** 19).fill(value),
  }));
  for (const { path, bytes } of files) await Deno.writeFile(path, bytes);
  const found = await Promise.all(files.map(({ path }) => digestFile(path)));
  assertEquals(found.map(({ digest }) => digest), files.map(({ bytes }) => digestData(bytes)));
  await Deno.remove(folder, { recursive: true });
});

Deno.test("digestFile() refuses a file that is not there", async () => {
  await assertRejects(() => digestFile("/nonexistent/file"), Deno.errors.NotFound);
});
