import { assertEquals, assertRejects } from "@std/assert";
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
  for (const sizeBytes of [0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1]) {
    const bytes = Uint8Array.from({ length: sizeBytes }, (_, index) => index % 251);
    await Deno.writeFile(path, bytes);
    assertEquals(await digestFile(path), { digest: digestData(bytes), sizeBytes });
  }
  await Deno.remove(path);
});

Deno.test("digestFile() refuses a file that is not there", async () => {
  await assertRejects(() => digestFile("/nonexistent/file"), Deno.errors.NotFound);
});
