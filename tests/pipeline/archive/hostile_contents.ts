import { digestData } from "../../../pipeline/digest.ts";
import { sealJson } from "../../../pipeline/store/sealed_json.ts";
import { decode, forge, type HostileArchive, tar } from "./edit_pack.ts";
import { encode, type RawMember, resign } from "./raw_archive.ts";

type Json = Record<string, unknown>;

/** Files whose digests are right, and which no store holds. */
export const HOSTILE_CONTENTS: readonly HostileArchive[] = [
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
