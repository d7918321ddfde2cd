import { digestData } from "../../../pipeline/digest.ts";
import { sealJson } from "../../../pipeline/store/sealed_json.ts";
import {
  type Bytes,
  encode,
  type RawMember,
  rename,
  replace,
  resign,
  writeTar,
} from "./raw_archive.ts";

/** An archive that is to be refused. */
export interface HostileArchive {
  readonly name: string;
  /** What its refusal says. */
  readonly reason: RegExp;
  /** The file, from the members of a good pack, of which the first is the manifest. */
  readonly make: (good: readonly RawMember[]) => Promise<Bytes>;
}

const TOP = "assay-bench/";
const evil = encode("evil");

const tar = (edit: (good: readonly RawMember[]) => readonly RawMember[]) => {
  return (good: readonly RawMember[]) => writeTar(edit(good));
};
const append = (...more: RawMember[]) => tar((good) => [...good, ...more]);
const second = (...more: RawMember[]) => tar(([first, ...rest]) => [first, ...more, ...rest]);
const manifest = (edit: (text: string) => string) =>
  tar(([first, ...rest]) => [{ ...first, bytes: encode(edit(decode(first.bytes))) }, ...rest]);
/** Edits a file, and makes the manifest tell of it. */
const forge = (pattern: RegExp, edit: (text: string) => string) =>
  tar((good) => resign(replace(good, pattern, (text) => encode(edit(text)))));
/** Names a file otherwise, in the manifest too. */
const call = (name: string) =>
  tar((good) => resign(rename(good, /report\.html$/, `${TOP}${name}`)));
const header = (edit: (block: Uint8Array) => void, fix = true) =>
  tar((good) => good.map((member, at) => at === 2 ? { ...member, edit, fix } : member));
const bytes = (edit: (archive: Bytes) => Bytes) => async (good: readonly RawMember[]) =>
  edit(await writeTar(good));
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

const ORDER: readonly HostileArchive[] = [
  {
    name: "a member twice",
    reason: /does not name|stands where/,
    make: tar((good) => [...good, good.at(-1)!]),
  },
  {
    name: "another file at the end",
    reason: /does not name "assay-bench\/evil"/,
    make: append({ name: `${TOP}evil`, bytes: evil }),
  },
  {
    name: "a missing file",
    reason: /it lacks "specs\/bench.ts"/,
    make: tar((good) => good.slice(0, -1)),
  },
  {
    name: "files in another order",
    reason: /stands where its manifest has/,
    make: tar(([first, ...rest]) => [first, ...rest.toReversed()]),
  },
  {
    name: "a renamed file",
    reason: /stands where its manifest has/,
    make: tar((good) => rename(good, /report\.html$/, `${TOP}bench/rapport.html`)),
  },
  { name: "no manifest", reason: /it begins with/, make: tar((good) => good.slice(1)) },
  { name: "nothing at all", reason: /it begins with nothing/, make: tar(() => []) },
  {
    name: "another folder at the top",
    reason: /its folder is "assay-else"/,
    make: tar((good) =>
      good.map((member) => ({ ...member, name: member.name.replace(TOP, "assay-else/") }))
    ),
  },
  {
    name: "a changed byte",
    reason: /"bench\/report.html" is damaged/,
    make: tar((good) => replace(good, /report\.html$/, () => encode("<p>42</p>"))),
  },
  {
    name: "a signature of 1 MB",
    reason: /4096 at most are wanted/,
    make: second({ name: `${TOP}manifest.json.minisig`, bytes: new Uint8Array(1e6) }),
  },
];

const MANIFESTS: readonly HostileArchive[] = [
  {
    name: "a manifest that is no JSON",
    reason: /manifest cannot be read/,
    make: manifest(() => "{"),
  },
  {
    name: "a manifest of another version",
    reason: /"version"/,
    make: manifest((text) => text.replace('"version": 1', '"version": 2')),
  },
  {
    name: "a manifest with a name twice",
    reason: /not written as Assay writes it/,
    make: manifest((text) => text.replace('"version": 1', '"version": 1,\n "version": 1')),
  },
  {
    name: "a manifest with one more member",
    reason: /Unrecognized key/,
    make: manifest((text) => text.replace('"version": 1', '"version": 1,\n "run": "rm"')),
  },
  {
    name: "a manifest with __proto__",
    reason: /manifest/,
    make: manifest((text) => text.replace('"files": {', '"files": {\n  "__proto__": {},')),
  },
  {
    name: "a manifest of an experiment in the folder above",
    reason: /the name of a folder is wanted/,
    make: manifest((text) => text.replace('"bench"', '"../bench"')),
  },
  {
    name: "a manifest of an experiment called .store",
    reason: /the name of a folder is wanted/,
    make: manifest((text) => text.replace('"bench"', '".store"')),
  },
  {
    name: "a manifest with other letter case",
    reason: /twice, on systems without letter case/,
    make: tar((good) => resign([...good, { name: `${TOP}bench/REPORT.html`, bytes: evil }])),
  },
  {
    name: "a manifest with a negative size",
    reason: /"files\..*sizeBytes"/,
    make: manifest((text) => text.replace(/"sizeBytes": \d+/, '"sizeBytes": -1')),
  },
  {
    name: "a manifest with a size past 2^53",
    reason: /"files\..*sizeBytes"/,
    make: manifest((text) => text.replace(/"sizeBytes": \d+/, '"sizeBytes": 1e300')),
  },
  {
    name: "a manifest with 100,000 brackets",
    reason: /manifest cannot be read/,
    make: manifest(() => "[".repeat(100_000)),
  },
  {
    name: "a manifest of 80 MB",
    reason: /at most are wanted/,
    make: manifest((text) => text + " ".repeat(80e6)),
  },
  {
    name: "a manifest that is no UTF-8",
    reason: /manifest cannot be read/,
    make: tar((
      [first, ...rest],
    ) => [{ ...first, bytes: Uint8Array.of(0x7b, 0xff, 0x7d) }, ...rest]),
  },
  {
    name: "a manifest of 40 GB",
    reason: /it unpacks to \d+ bytes, \d+ at most are taken/,
    make: manifest((text) => text.replace(/"sizeBytes": \d+/g, '"sizeBytes": 8000000000')),
  },
];

const CONTENTS: readonly HostileArchive[] = [
  {
    name: "a record with other parameters",
    reason: /its contents make the key/,
    make: forge(
      /records\//,
      (text) => reseal(text, (record) => ({ ...record, params: { number: 42 } })),
    ),
  },
  {
    name: "a record with a broken seal",
    reason: /not as it was written/,
    make: forge(/records\//, (text) => text.replace('"elapsedMs": ', '"elapsedMs": 1')),
  },
  {
    name: "a record of another's key",
    reason: /it is the record of/,
    make: tar((good) => resign(swap(good, /records\//))),
  },
  {
    name: "a record that names an artifact that is not there",
    reason: /it lacks "number.txt"/,
    make: forge(
      /records\//,
      (text) => reseal(text, (record) => output(record, { digest: "ab".repeat(32) })),
    ),
  },
  {
    name: "a record that names another size",
    reason: /or has it in another size/,
    make: forge(/records\//, (text) => reseal(text, (record) => output(record, { sizeBytes: 7 }))),
  },
  {
    name: "a record with a file in the folder above",
    reason: /a file name is wanted/,
    make: forge(
      /records\//,
      (text) => reseal(text, (record) => output(record, { file: "../evil" })),
    ),
  },
  {
    name: "a record of a code that is not there",
    reason: /it lacks the code/,
    make: forge(
      /records\//,
      (text) => reseal(text, (record) => ({ ...record, code: "ab".repeat(32) })),
    ),
  },
  {
    name: "a record with a name twice",
    reason: /not written as Assay/,
    make: forge(
      /records\//,
      (text) =>
        text.replace('"schema": 3', '"schema": 3,\n "schema": 3').replace(
          /"seal": ".*"/,
          (_) =>
            `"seal": "${
              digestData(body(text.replace('"schema": 3', '"schema": 3,\n "schema": 3')))
            }"`,
        ),
    ),
  },
  {
    name: "an artifact under another digest",
    reason: /its name is wanted/,
    make: forge(/objects\//, () => "evil"),
  },
  {
    name: "a code that is no JSON",
    reason: /refused/,
    make: tar((good) => resign(replaceCode(good, "evil"))),
  },
  {
    name: "a code of another shape",
    reason: /refused/,
    make: tar((good) => resign(replaceCode(good, '{"sources": [], "packages": {}}'))),
  },
  { name: "a failure without a seal", reason: /refused/, make: forge(/failures\//, () => "{}") },
];

const STREAMS: readonly HostileArchive[] = [
  {
    name: "half of it",
    reason: /ends in the middle|gzip stream/,
    make: bytes((archive) => archive.slice(0, archive.length >> 1)),
  },
  {
    name: "all but its checksum",
    reason: /gzip stream/,
    make: bytes((archive) => archive.slice(0, -8)),
  },
  {
    name: "all but one byte",
    reason: /gzip stream/,
    make: bytes((archive) => archive.slice(0, -1)),
  },
  {
    name: "a wrong checksum of the whole",
    reason: /gzip stream/,
    make: bytes((archive) => flip(archive, archive.length - 8)),
  },
  {
    name: "a wrong length of the whole",
    reason: /gzip stream/,
    make: bytes((archive) => flip(archive, archive.length - 1)),
  },
  {
    name: "an empty file",
    reason: /gzip stream|ends in the middle/,
    make: () => Promise.resolve(new Uint8Array()),
  },
  {
    name: "a file that is no gzip stream",
    reason: /gzip stream/,
    make: () => Promise.resolve(encode("GIF89a".repeat(100))),
  },
  {
    name: "a second gzip stream behind the first",
    reason: /gzip stream/,
    make: bytes((archive) => Uint8Array.of(...archive, ...archive)),
  },
  {
    name: "bytes behind the gzip stream",
    reason: /gzip stream/,
    make: bytes((archive) => Uint8Array.of(...archive, 1, 2, 3)),
  },
  {
    name: "no end",
    reason: /ends in the middle/,
    make: (good) => writeTar(good, { end: new Uint8Array() }),
  },
  {
    name: "half an end",
    reason: /ends in the middle/,
    make: (good) => writeTar(good, { end: new Uint8Array(512) }),
  },
  {
    name: "something behind its end",
    reason: /stands behind its end/,
    make: (good) => writeTar(good, { end: Uint8Array.of(...new Uint8Array(1024), 1) }),
  },
  {
    name: "another member behind its end",
    reason: /stands behind its end/,
    make: (good) =>
      writeTar(good, { end: new Uint8Array(1024), more: [{ name: "/tmp/evil", bytes: evil }] }),
  },
  {
    name: "100 MB of zeros behind its end",
    reason: /stands behind its end/,
    make: (good) => writeTar(good, { end: new Uint8Array(100e6) }),
  },
  {
    name: "something between two members",
    reason: /stands behind its member/,
    make: tar((good) => good.map((member, at) => at === 2 ? { ...member, padding: 1 } : member)),
  },
];

/** All of them. */
export const HOSTILE_ARCHIVES: readonly HostileArchive[] = [
  ...NAMES,
  ...PATHS,
  ...TYPES,
  ...HEADERS,
  ...ORDER,
  ...MANIFESTS,
  ...CONTENTS,
  ...STREAMS,
];

function decode(source: Uint8Array): string {
  return new TextDecoder().decode(source);
}

function put(block: Uint8Array, at: number, text: string): void {
  block.set(encode(text), at);
}

function flip(archive: Bytes, at: number): Bytes {
  const copy = archive.slice();
  copy[at] ^= 1;
  return copy;
}

type Json = Record<string, unknown>;

function reseal(text: string, edit: (record: Json) => Json): string {
  const { seal: _, ...record } = JSON.parse(text);
  return sealJson(edit(record));
}

/** A sealed text up to its seal. */
function body(text: string): string {
  return text.slice(0, text.lastIndexOf(',\n "seal"'));
}

function output(record: Json, part: Json): Json {
  const { number } = record.outputs as { number: Json };
  return { ...record, outputs: { number: { ...number, ...part } } };
}

/** Exchanges the contents of the first two members whose names match. */
function swap(good: readonly RawMember[], pattern: RegExp): RawMember[] {
  const [first, other] = good.filter(({ name }) => pattern.test(name));
  return good.map((member) =>
    member === first
      ? { ...member, bytes: other.bytes }
      : member === other
      ? { ...member, bytes: first.bytes }
      : member
  );
}

/** Another code under its own digest, which the records name. */
function replaceCode(good: readonly RawMember[], text: string): RawMember[] {
  const old = good.find(({ name }) => name.includes("/codes/"))!.name.slice(-69, -5);
  const digest = digestData(text);
  return good.map((member) => {
    if (member.name.includes("/codes/")) {
      return { name: member.name.replace(old, digest), bytes: encode(text) };
    }
    if (!member.name.includes("/records/")) return member;
    const edited = reseal(decode(member.bytes), (record) => ({ ...record, code: digest }));
    return { ...member, bytes: encode(edited) };
  });
}
