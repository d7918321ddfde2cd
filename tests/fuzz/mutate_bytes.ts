import fc, { type Arbitrary } from "fast-check";

/** Bytes of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** What readers of numbers trip over. */
const WORDS = [
  Uint8Array.of(0, 0, 0, 0),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0x7f, 0xff, 0xff, 0xff),
  Uint8Array.of(0, 0, 0, 0x80),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f),
];

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const edit = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: place, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant("set" as const),
    at: place,
    bytes: fc.uint8Array({ maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant("set" as const), at: place, bytes: fc.constantFrom(...WORDS) }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: place,
    bytes: fc.uint8Array({ maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant("remove" as const), at: place, share: place }),
  fc.record({ kind: fc.constant("cut" as const), at: place }),
  fc.record({ kind: fc.constant("repeat" as const), at: place, share: place }),
);

/** One of some files, whole or with a few edits, and now and then bytes that are no file at all. */
export function mutateBytes(files: readonly Uint8Array[]): Arbitrary<Bytes> {
  const edited = fc.tuple(
    fc.constantFrom(...files),
    fc.array(edit, { maxLength: 4 }),
  ).map(([file, edits]) => edits.reduce(apply, Uint8Array.from(file)));
  return fc.oneof(
    { weight: 9, arbitrary: edited },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) as Arbitrary<Bytes> },
  );
}

type Edit = typeof edit extends Arbitrary<infer T> ? T : never;

function apply(file: Bytes, change: Edit): Bytes {
  const at = Math.floor(change.at * file.length);
  switch (change.kind) {
    case "flip": {
      const copy = file.slice();
      if (at < copy.length) copy[at] ^= 1 << change.bit;
      return copy;
    }
    case "set": {
      const copy = file.slice();
      copy.set(change.bytes.subarray(0, copy.length - at), at);
      return copy;
    }
    case "insert":
      return join(file.subarray(0, at), change.bytes, file.subarray(at));
    case "remove":
      return join(file.subarray(0, at), file.subarray(at + Math.ceil(change.share * 64)));
    case "cut":
      return file.slice(0, at);
    case "repeat": {
      const part = file.subarray(at, at + Math.ceil(change.share * 64));
      return join(file.subarray(0, at), part, file.subarray(at));
    }
  }
}

function join(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
