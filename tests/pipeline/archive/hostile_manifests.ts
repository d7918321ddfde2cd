import { append, evil, type HostileArchive, manifest, second, tar, TOP } from "./edit_pack.ts";
import { encode, rename, replace, resign } from "./raw_archive.ts";

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

/** Members that are not those of the manifest, and manifests that no pack has. */
export const HOSTILE_MANIFESTS: readonly HostileArchive[] = [...ORDER, ...MANIFESTS];
