import { assertEquals, assertThrows } from "@std/assert";
import { readNpy } from "../../src/formats/read_npy.ts";
import { fromBase64 } from "./make_bytes.ts";

/** Files as `numpy.lib.format.write_array()` of NumPy 2.4.6 writes them. */
const FILES = {
  "float32, version 1.0": [
    "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog",
    "KDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg",
    "ICAgICAgIAoAAMA/AAAAwAAAQEAAAAAAbxKDOgAA4EA=",
  ],
  "float64, version 2.0": [
    "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8ZjgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUn",
    "OiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg",
    "ICAgICAgIAqamZmZmZm5P5qZmZmZmck/",
  ],
  "uint8": [
    "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog",
    "KDEsIDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg",
    "ICAgICAgIAoAAQID",
  ],
  "int32 scalar": [
    "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog",
    "KCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg",
    "ICAgICAgIAoHAAAA",
  ],
};

/** A file with any header, right or wrong. */
function makeNpy(header: string, data: number[], version = 1): Uint8Array {
  const text = new TextEncoder().encode(header);
  const length = version === 1 ? [text.length, 0] : [text.length, 0, 0, 0];
  const magic = [0x93, ...new TextEncoder().encode("NUMPY"), version, 0];
  return Uint8Array.from([...magic, ...length, ...text, ...data]);
}

const toBytes = ({ buffer }: ArrayBufferView) => [...new Uint8Array(buffer)];

const header = (descr: string, shape: string, order = "False") =>
  `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

Deno.test("readNpy() reads what NumPy writes", () => {
  assertEquals(readNpy(fromBase64(FILES["float32, version 1.0"].join(""))), {
    dtype: "F32",
    shape: [2, 3],
    data: Float32Array.of(1.5, -2, 3, 0, Math.fround(1e-3), 7),
  });
  assertEquals(readNpy(fromBase64(FILES["float64, version 2.0"].join(""))), {
    dtype: "F64",
    shape: [2],
    data: Float64Array.of(0.1, 0.2),
  });
  assertEquals(readNpy(fromBase64(FILES["uint8"].join(""))), {
    dtype: "U8",
    shape: [1, 2, 2],
    data: Uint8Array.of(0, 1, 2, 3),
  });
  assertEquals(readNpy(fromBase64(FILES["int32 scalar"].join(""))).data, Int32Array.of(7));
});

Deno.test("readNpy() reads a file that does not begin at an even place of its buffer", () => {
  const bytes = fromBase64(FILES["float64, version 2.0"].join(""));
  const moved = new Uint8Array(bytes.length + 3);
  moved.set(bytes, 3);
  assertEquals(readNpy(moved.subarray(3)).data, Float64Array.of(0.1, 0.2));
});

Deno.test("readNpy() takes columns that lie one after another, of any number of axes", () => {
  const column = makeNpy(header("|u1", "(3, 1)", "True"), [1, 2, 3]);
  assertEquals(readNpy(column).shape, [3, 1]);
  assertEquals(readNpy(makeNpy(header("|u1", "(0, 3, 2)", "True"), [])).shape, [0, 3, 2]);
  const matrix = makeNpy(
    header("<f4", "(2, 3)", "True"),
    toBytes(Float32Array.of(1, 4, 2, 5, 3, 6)),
  );
  assertEquals(readNpy(matrix).data, Float32Array.of(1, 2, 3, 4, 5, 6));
  // numpy.arange(12).reshape(2, 3, 2) in Fortran order.
  const cube = makeNpy(header("|u1", "(2, 3, 2)", "True"), [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
  assertEquals([...readNpy(cube).data], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

Deno.test("readNpy() widens float16, narrows int64, and turns big-endian numbers round", () => {
  const read = (descr: string, data: number[]) => {
    const { dtype, data: values } = readNpy(makeNpy(header(descr, "(2,)"), data));
    return [dtype, ...values];
  };
  assertEquals(read("<f2", [0x00, 0x3c, 0x66, 0xb6]), ["F32", 1, -0.39990234375]);
  assertEquals(read(">f2", [0x3c, 0x00, 0xb6, 0x66]), ["F32", 1, -0.39990234375]);
  assertEquals(read("<i8", toBytes(BigInt64Array.of(-7n, 255n))), ["I32", -7, 255]);
  assertEquals(read(">i4", [0, 0, 1, 2, 255, 255, 255, 254]), ["I32", 258, -2]);
  const reversed = (data: ArrayBufferView, size: number) =>
    toBytes(data).map((_, i, all) => all[i - i % size + size - 1 - i % size]);
  assertEquals(read(">f4", reversed(Float32Array.of(1.5, -2), 4)), ["F32", 1.5, -2]);
  assertEquals(read(">f8", reversed(Float64Array.of(0.1, 3), 8)), ["F64", 0.1, 3]);
  assertThrows(
    () => read("<i8", toBytes(BigInt64Array.of(0n, 2n ** 31n))),
    RangeError,
    "the whole number 2147483648 at 1",
  );
});

const BAD: Readonly<Record<string, readonly [Uint8Array, string]>> = {
  "another file": [Uint8Array.of(1, 2, 3), "it does not begin as one"],
  "an unknown version": [makeNpy("", [], 9), "its version is 9; 1, 2 or 3 is wanted"],
  "a cut header": [
    makeNpy(header("|u1", "(1,)"), [1]).subarray(0, 30),
    "it has 30 bytes, and ends in its header",
  ],
  "a header without a shape": [makeNpy("{'descr': '<f4'}\n", []), "one array of numbers is wanted"],
  "a shape that is none": [
    makeNpy(header("|u1", "(,,2)"), [1, 2]),
    "one array of numbers is wanted",
  ],
  "truth values": [
    makeNpy(header("|b1", "(1,)"), [1]),
    'its elements are "|b1"; known are u1, i4, i8, f2, f4, f8. Save x.astype("float32")',
  ],
  "an unknown byte order": [makeNpy(header("=f4", "(1,)"), [0, 0, 0, 0]), 'its elements are "=f4"'],
  "too few bytes": [
    makeNpy(header("<f4", "(2, 3)"), [0, 0, 0, 0]),
    "4 bytes follow its header, and its shape [2,3] wants 24",
  ],
};

for (const [name, [bytes, message]] of Object.entries(BAD)) {
  Deno.test(`readNpy() refuses ${name}`, () => {
    assertThrows(() => readNpy(bytes), SyntaxError, message);
  });
}
