import { call, evil, header, type HostileArchive, second, TOP } from "./edit_pack.ts";
import { encode } from "./raw_archive.ts";

const type = (letter: string, what: RegExp): HostileArchive => ({
  name: `a member of the type ${JSON.stringify(letter)}`,
  reason: what,
  make: second({ name: `${TOP}link`, type: letter, link: "/etc/passwd", bytes: new Uint8Array() }),
});

const NAMES: readonly HostileArchive[] = [
  "../evil",
  "/tmp/evil",
  "..\\evil",
  "C:/evil",
  `${TOP}../../evil`,
  `${TOP}./report.html`,
  `${TOP}.store/objects/../../evil`,
  `other/manifest.json`,
].map((name) => ({
  name: `a member called ${name}`,
  reason: /stands where its manifest has/,
  make: second({ name, bytes: evil }),
}));

const PATHS: readonly HostileArchive[] = [
  "bench/../../evil",
  "bench/./report.html",
  "bench//report.html",
  "../bench/report.html",
  "bench/.bashrc",
  "bench/CON",
  "bench/aux.html",
  "bench/report.html.",
  "bench/a b",
  "bench/naïve",
  "bench\\report.html",
  "other/report.html",
  ".store/records/notakey.json",
  ".store/index/bench.json",
  ".store/tmp/evil",
  `.store/objects/ab/${"cd".repeat(32)}`,
  "manifest.json",
].map((path) => ({
  name: `a manifest that names ${path}`,
  reason: /its manifest names .*, which no pack holds|a name that Assay does not pack/,
  make: call(path),
}));

const TYPES: readonly HostileArchive[] = [
  type("1", /"assay-bench\/link" is a hard link/),
  type("2", /"assay-bench\/link" is a symbolic link/),
  type("3", /is a character device/),
  type("4", /is a block device/),
  type("5", /is a folder/),
  type("6", /is a pipe/),
  type("7", /is a contiguous file/),
  type("x", /is a PAX header/),
  type("g", /is a global PAX header/),
  type("K", /is a long link name/),
  type("L", /is a long name/),
  type("S", /is a sparse file/),
  type("M", /is the continuation of a file/),
  type("Z", /of the type "Z"/),
  type("\0", /of the type "\\u0000"/),
  {
    name: "a symbolic link, and a file through it",
    reason: /is a symbolic link/,
    make: second(
      { name: `${TOP}bench`, type: "2", link: "/tmp", bytes: new Uint8Array() },
      { name: `${TOP}bench/evil`, bytes: evil },
    ),
  },
];

const HEADERS: readonly HostileArchive[] = [
  {
    name: "a size that is too large",
    reason: /bytes, its manifest says/,
    make: header((block) => put(block, 124, "00000001000")),
  },
  {
    name: "a size that is too small",
    reason: /bytes, its manifest says|not as Assay/,
    make: header((block) => put(block, 124, "00000000001")),
  },
  {
    name: "a size of 8 GiB",
    reason: /its manifest says/,
    make: header((block) => put(block, 124, "77777777777")),
  },
  {
    name: "a binary size",
    reason: /has no octal size/,
    make: header((block) => block[124] = 0x80),
  },
  {
    name: "a negative size",
    reason: /has no octal size/,
    make: header((block) => put(block, 124, "-0000000001")),
  },
  {
    name: "a size that is no number",
    reason: /has no octal size/,
    make: header((block) => put(block, 124, "99999999999")),
  },
  {
    name: "a wrong checksum",
    reason: /not as Assay writes it/,
    make: header((block) => block[148] ^= 1, false),
  },
  {
    name: "something behind the end of a name",
    reason: /not as Assay writes it/,
    make: header((block) => block[99] = 0x41),
  },
  {
    name: "an owner",
    reason: /not as Assay writes it/,
    make: header((block) => put(block, 108, "0001750")),
  },
  {
    name: "a set-uid bit",
    reason: /not as Assay writes it/,
    make: header((block) => put(block, 100, "0004755")),
  },
  {
    name: "a time",
    reason: /not as Assay writes it/,
    make: header((block) => put(block, 136, "14371573600")),
  },
  {
    name: "a name with bytes above ASCII",
    reason: /a name that Assay does not pack/,
    make: header((block) => block[0] = 0xff),
  },
  {
    name: "no name",
    reason: /a name that Assay does not pack/,
    make: header((block) => block.fill(0, 0, 100)),
  },
];

/** Members that no pack has, by name, kind or header. */
export const HOSTILE_MEMBERS: readonly HostileArchive[] = [
  ...NAMES,
  ...PATHS,
  ...TYPES,
  ...HEADERS,
];

function put(block: Uint8Array, at: number, text: string): void {
  block.set(encode(text), at);
}
