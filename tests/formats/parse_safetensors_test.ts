import { assertEquals, assertThrows } from "@std/assert";
import { parseSafetensors } from "../../src/formats/parse_safetensors.ts";
import { fromBase64, toSafetensorsBytes } from "./make_bytes.ts";

const { cases }: { cases: { name: string; file_base64: string; must_refuse?: boolean }[] } = JSON
  .parse(Deno.readTextFileSync(new URL("../golden/safetensors.json", import.meta.url)));

for (const { name, file_base64 } of cases.filter((one) => one.must_refuse)) {
  Deno.test(`parseSafetensors() refuses the golden file ${name}, whatever types are allowed`, () => {
    assertThrows(() => parseSafetensors(fromBase64(file_base64)), SyntaxError);
  });
}

Deno.test("parseSafetensors() takes tensors of every type of the format, as bytes", () => {
  const sizes = { BF16: 2, BOOL: 1, C64: 8, F4: 1, F8_E5M2: 1, I64: 8, U32: 4 };
  const entries = Object.entries(sizes);
  let end = 0;
  const header = Object.fromEntries(
    entries.map(([dtype, size]) => [
      `of ${dtype}`,
      { dtype, shape: [dtype === "F4" ? 2 : 1], data_offsets: [end, end += size] },
    ]),
  );
  const data = Array.from({ length: end }, (_, at) => at);
  const { tensors } = parseSafetensors(toSafetensorsBytes(JSON.stringify(header), data));
  for (const [dtype, size] of entries) {
    assertEquals(tensors[`of ${dtype}`].dtype, dtype);
    assertEquals(tensors[`of ${dtype}`].bytes.length, size);
  }
  assertEquals([...tensors["of C64"].bytes], data.slice(3, 11));
});

Deno.test("parseSafetensors() checks the places of tensors of types that nothing reads", () => {
  const entry = '{"epoch":{"dtype":"I64","shape":[2],"data_offsets":[0,8]}}';
  assertThrows(
    () => parseSafetensors(toSafetensorsBytes(entry, Array(8).fill(0))),
    SyntaxError,
    'the tensor "epoch" has 8 bytes, and its shape [2] wants 16',
  );
});
