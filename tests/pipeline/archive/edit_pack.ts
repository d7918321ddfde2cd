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

/** The only folder at the top of the good pack. */
export const TOP = "assay-bench/";
/** What must not be found anywhere. */
export const evil = encode("evil");

/** An archive of edited members. */
export const tar = (edit: (good: readonly RawMember[]) => readonly RawMember[]) => {
  return (good: readonly RawMember[]) => writeTar(edit(good));
};
/** The good pack with more members at its end. */
export const append = (...more: RawMember[]) => tar((good) => [...good, ...more]);
/** The good pack with more members behind the manifest. */
export const second = (...more: RawMember[]) =>
  tar(([first, ...rest]) => [first, ...more, ...rest]);
/** The good pack with an edited manifest. */
export const manifest = (edit: (text: string) => string) =>
  tar(([first, ...rest]) => [{ ...first, bytes: encode(edit(decode(first.bytes))) }, ...rest]);
/** Edits a file, and makes the manifest tell of it. */
export const forge = (pattern: RegExp, edit: (text: string) => string) =>
  tar((good) => resign(replace(good, pattern, (text) => encode(edit(text)))));
/** Names a file otherwise, in the manifest too. */
export const call = (name: string) =>
  tar((good) => resign(rename(good, /report\.html$/, `${TOP}${name}`)));
/** The good pack with an edited header of its third member; its checksum is made right unless told. */
export const header = (edit: (block: Uint8Array) => void, fix = true) =>
  tar((good) => good.map((member, at) => at === 2 ? { ...member, edit, fix } : member));
/** The good pack, edited once it is compressed. */
export const bytes = (edit: (archive: Bytes) => Bytes) => async (good: readonly RawMember[]) =>
  edit(await writeTar(good));

/** The text of a file. */
export function decode(source: Uint8Array): string {
  return new TextDecoder().decode(source);
}
