import { formatManifest } from "../../../pipeline/archive/manifest.ts";
import { readArchive } from "../../../pipeline/archive/read_archive.ts";
import { digestData } from "../../../pipeline/digest.ts";

/** Bytes of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A member as a test writes it, right or wrong. */
export interface RawMember {
  readonly name: string;
  readonly bytes: Bytes;
  readonly type?: string;
  readonly link?: string;
  /** Changes the header. */
  readonly edit?: (block: Uint8Array) => void;
  /** Whether the checksum is made right after that. */
  readonly fix?: boolean;
  /** What fills the last block; 0 unless given. */
  readonly padding?: number;
}

/** UTF-8. */
export function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Writes a `.tar.gz` with whatever members, in whatever order. */
export async function writeTar(
  members: readonly RawMember[],
  { end = new Uint8Array(1024), more = [] }: {
    readonly end?: Bytes;
    readonly more?: readonly RawMember[];
  } = {},
): Promise<Bytes> {
  const parts = [...members.flatMap(writeMember), end, ...more.flatMap(writeMember)];
  const stream = new Blob(parts).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The members of a good archive. */
export async function readMembers(path: string): Promise<RawMember[]> {
  const members: RawMember[] = [];
  for await (const { name, read } of readArchive(path)) {
    const pieces = await Array.fromAsync(read());
    const bytes = new Uint8Array(await new Blob(pieces as Bytes[]).arrayBuffer());
    members.push({ name, bytes });
  }
  return members;
}

/** Other contents for the first member whose name matches. */
export function replace(
  members: readonly RawMember[],
  pattern: RegExp,
  edit: (text: string) => Bytes,
): RawMember[] {
  const at = members.findIndex(({ name }) => pattern.test(name));
  const text = new TextDecoder().decode(members[at].bytes);
  return members.map((member, index) => index === at ? { ...member, bytes: edit(text) } : member);
}

/** Another name for the member whose name matches. */
export function rename(members: readonly RawMember[], pattern: RegExp, name: string): RawMember[] {
  return members.map((member) => pattern.test(member.name) ? { ...member, name } : member);
}

/** A manifest that tells of the members as they are, in the place of the first one, and the members in its order. */
export function resign([first, ...rest]: readonly RawMember[]): RawMember[] {
  const top = first.name.slice(0, first.name.indexOf("/") + 1);
  const sorted = rest.toSorted((left, right) => left.name < right.name ? -1 : 1);
  const files = sorted.map(({ name, bytes }) => {
    return [name.slice(top.length), {
      sha256: digestData(bytes),
      sizeBytes: bytes.length,
    }] as const;
  });
  const experiment = top.slice("assay-".length, -1);
  return [{ ...first, bytes: encode(formatManifest(experiment, new Map(files))) }, ...sorted];
}

function writeMember(member: RawMember): Bytes[] {
  const { name, bytes, type = "0", link = "", edit, fix = true, padding = 0 } = member;
  const block = new Uint8Array(512);
  const put = (at: number, text: string) => block.set(encode(text), at);
  const cut = name.length <= 100 ? -1 : name.lastIndexOf("/", 155);
  put(0, name.slice(cut + 1));
  put(100, "0000644\x000000000\x000000000\0");
  put(124, `${bytes.length.toString(8).padStart(11, "0")}\x0000000000000\0`);
  put(156, type);
  put(157, link);
  put(257, "ustar\x0000");
  if (cut > 0) put(345, name.slice(0, cut));
  const sign = () => {
    block.fill(0x20, 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    put(148, `${sum.toString(8).padStart(6, "0")}\0 `);
  };
  sign();
  edit?.(block);
  if (edit !== undefined && fix) sign();
  const rest = new Uint8Array((512 - bytes.length % 512) % 512).fill(padding);
  return [block, bytes, rest];
}
