import { bytes, evil, type HostileArchive, tar } from "./edit_pack.ts";
import { type Bytes, encode, writeTar } from "./raw_archive.ts";

/** Archives that are cut off, damaged, or have something behind their end. */
export const HOSTILE_STREAMS: readonly HostileArchive[] = [
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

function flip(archive: Bytes, at: number): Bytes {
  const copy = archive.slice();
  copy[at] ^= 1;
  return copy;
}
