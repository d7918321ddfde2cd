import { assertEquals } from "@std/assert";
import { ArchiveError } from "../../pipeline/archive/mod.ts";
import { parseManifest } from "../../pipeline/archive/manifest.ts";
import { readPack } from "../../pipeline/archive/read_pack.ts";
import { parseTarHeader } from "../../pipeline/archive/tar_header.ts";
import { checkSignature, parsePublicKey, SigningError } from "../../pipeline/signing/mod.ts";
import { parseRecord } from "../../pipeline/store/parse_record.ts";
import { openSealedJson, SealError, sealJson } from "../../pipeline/store/sealed_json.ts";
import { inspectRecord, RecordError } from "../../pipeline/verify/mod.ts";
import { makePack } from "../pipeline/archive/make_pack.ts";
import { readMembers, writeTar } from "../pipeline/archive/raw_archive.ts";
import { type Fuzzer, makeFuzzer } from "./make_fuzzer.ts";
import { mutateBytes } from "./mutate_bytes.ts";
import { mutateJson } from "./mutate_json.ts";

const folder = await Deno.makeTempDir({ prefix: "assay-fuzz-" });
const members = await readMembers(await makePack(folder));
await Deno.remove(folder, { recursive: true });
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const records = members.filter(({ name }) => name.includes("/records/")).map(({ bytes }) => bytes);
const values = records.map((bytes) => openSealedJson(decode(bytes)));

const [manifest] = members;

const headers = await listHeaders();

const archive = await writeTar(members);
const path = await Deno.makeTempFile();
globalThis.addEventListener("unload", () => Deno.removeSync(path));

const inside = await unzip(archive);

const KEY = parsePublicKey("RWSsN5H6GUvm3GLvy3ufVe4aDQy35eWO+rBGbd8pLvLoaGI3tmKIcj5c");
const SIGNATURE = encode(`untrusted comment: signature from minisign secret key
RUSsN5H6GUvm3PS95smZgM9+KBVBdw2EcVtunoFISB3EnpUYLXjPDcFTEU0xV3dbfMW2Wz7t4oLSL0FyCpXsJBteMDZJ877SfQc=
trusted comment: trusted words
gyJAVKCXEwfGmZ0Y4Nyc1b/hrQnI2Cyn5X0DqfRum6laOy68ryRLwwK5Dj6VYi8ULDCohpyx6bzYYVfB0SrcDg==
`);

/** Readers of records, packs and signatures. */
export const STORE_FUZZERS: readonly Fuzzer[] = [
  makeFuzzer("inspectRecord() of edited records", mutateBytes(records), {
    read: (bytes) => inspectRecord(decode(bytes)),
    refuses: RecordError,
  }),
  makeFuzzer("inspectRecord() of edited records under a good seal", mutateJson(values), {
    read: (value) => {
      const text = seal(value);
      assertEquals(sealJson(inspectRecord(text)), text);
    },
    refuses: RecordError,
  }),
  makeFuzzer("parseRecord() of edited records", mutateBytes(records), {
    read: (bytes) => parseRecord(decode(bytes), "ab".repeat(32)),
    refuses: SealError,
    least: { read: 0, refused: 0.9 },
  }),
  makeFuzzer("parseManifest() of edited manifests", mutateBytes([manifest.bytes]), {
    read: parseManifest,
    refuses: ArchiveError,
  }),
  makeFuzzer("parseManifest() of edited values", mutateJson([JSON.parse(decode(manifest.bytes))]), {
    read: (value) => parseManifest(encode(`${JSON.stringify(value, null, 1)}\n`)),
    refuses: ArchiveError,
  }),
  makeFuzzer("parseTarHeader() of edited headers", mutateBytes(headers), {
    read: (bytes) => {
      const block = new Uint8Array(512);
      block.set(bytes.subarray(0, 512));
      const header = parseTarHeader(block);
      if (header !== null) assertEquals(block.some((byte) => byte !== 0), true);
    },
    refuses: ArchiveError,
  }),
  makeFuzzer("readPack() of edited archives", mutateBytes([archive]), {
    read: (bytes) => read(bytes),
    refuses: ArchiveError,
  }),
  makeFuzzer("readPack() of archives edited before they were compressed", mutateBytes([inside]), {
    read: async (bytes) => read(await zip(bytes)),
    refuses: ArchiveError,
  }),
  makeFuzzer("checkSignature() of edited signatures", mutateBytes([SIGNATURE]), {
    read: async (bytes) => {
      const comment = await checkSignature(encode("hello\n"), decode(bytes), KEY);
      assertEquals(comment, "trusted words");
    },
    refuses: SigningError,
  }),
];

/** Seals what can be sealed; anything else becomes a text that is none. */
function seal(value: unknown): string {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.keys(value).length > 0
    ? sealJson(value)
    : String(JSON.stringify(value));
}

async function read(bytes: Uint8Array): Promise<void> {
  await Deno.writeFile(path, bytes);
  let fileCount = 0;
  await readPack(path, {
    onHead: () => {},
    onBytes: () => {},
    onEnd: (file, isWhole) => {
      fileCount++;
      if (!isWhole) throw new ArchiveError(`"${file}" is damaged`);
    },
  });
  assertEquals(fileCount, members.length - 1);
}

async function listHeaders(): Promise<Uint8Array[]> {
  const tar = await unzip(await writeTar(members));
  const headers: Uint8Array[] = [];
  for (let at = 0; tar[at] !== 0;) {
    headers.push(tar.subarray(at, at + 512));
    const size = parseInt(decode(tar.subarray(at + 124, at + 135)), 8);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return headers;
}

async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function zip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
