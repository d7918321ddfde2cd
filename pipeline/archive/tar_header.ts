import { ArchiveError } from "./archive_error.ts";

/** Bytes of a header, and what contents are padded to. */
export const BLOCK_BYTES = 512;

const MOST_NAME = 100;
const MOST_PREFIX = 155;
/** Eleven octal digits. */
const MOST_SIZE = 8 ** 11 - 1;
const REGULAR = "0";

/** Everything else that a member may be, which is refused. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  "1": "a hard link",
  "2": "a symbolic link",
  "3": "a character device",
  "4": "a block device",
  "5": "a folder",
  "6": "a pipe",
  "7": "a contiguous file",
  "x": "a PAX header",
  "g": "a global PAX header",
  "A": "an access list",
  "D": "a listed folder",
  "K": "a long link name",
  "L": "a long name",
  "M": "the continuation of a file",
  "N": "an old long name",
  "S": "a sparse file",
  "V": "a volume label",
  "X": "an old PAX header",
};

/** A regular file in an archive. */
export interface TarHeader {
  readonly name: string;
  readonly sizeBytes: number;
}

/**
 * Writes the header of a regular file, without owner, time or anything else that differs from machine to machine.
 *
 * @param header Name (ASCII, with `/`) and size.
 * @returns 512 bytes.
 * @throws {RangeError} If the name or the size does not fit.
 *
 * Source: POSIX.1-2001, `ustar` interchange format.
 */
export function formatTarHeader({ name, sizeBytes }: TarHeader): Uint8Array<ArrayBuffer> {
  const { prefix, rest } = splitName(name);
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0 || sizeBytes > MOST_SIZE) {
    throw new RangeError(
      `Cannot archive "${name}": it has ${sizeBytes} bytes, ${MOST_SIZE} at most are wanted`,
    );
  }
  const block = new Uint8Array(BLOCK_BYTES);
  const put = (at: number, text: string) => block.set(new TextEncoder().encode(text), at);
  put(0, rest);
  put(100, "0000644\0");
  put(108, "0000000\0");
  put(116, "0000000\0");
  put(124, `${sizeBytes.toString(8).padStart(11, "0")}\0`);
  put(136, "00000000000\0");
  put(148, " ".repeat(8));
  put(156, REGULAR);
  put(257, "ustar\x0000");
  put(345, prefix);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, "0")}\0 `);
  return block;
}

/**
 * Reads a header. Whatever {@linkcode formatTarHeader} would not write is refused, so that no two readers can see
 * different members: links, devices, long names, PAX and sparse files, and fields that say the same in another way.
 *
 * @param block 512 bytes.
 * @returns The regular file that it announces; null for a block of zeros, as at the end.
 * @throws {ArchiveError} Naming the member and what it is.
 */
export function parseTarHeader(block: Uint8Array): TarHeader | null {
  if (block.every((byte) => byte === 0)) return null;
  const prefix = readText(block, 345, MOST_PREFIX);
  const name = `${prefix === "" ? "" : `${prefix}/`}${readText(block, 0, MOST_NAME)}`;
  const shown = JSON.stringify(name.slice(0, 200));
  const type = String.fromCharCode(block[156]);
  if (type !== REGULAR) {
    const what = OTHER_TYPES[type] ?? `of the type ${JSON.stringify(type)}`;
    throw new ArchiveError(`its member ${shown} is ${what}; regular files only are taken`);
  }
  const size = readText(block, 124, 12);
  if (!/^[0-7]{11}$/.test(size)) throw new ArchiveError(`its member ${shown} has no octal size`);
  const header = { name, sizeBytes: parseInt(size, 8) };
  let expected: Uint8Array;
  try {
    expected = formatTarHeader(header);
  } catch (cause) {
    throw new ArchiveError(`its member ${shown} has a name that Assay does not pack`, { cause });
  }
  const differs = expected.findIndex((byte, at) => byte !== block[at]);
  if (differs < 0) return header;
  throw new ArchiveError(
    `the header of its member ${shown} is not as Assay writes it, from byte ${differs} on`,
  );
}

/** Names of over 100 characters are split at a `/`, as late as possible. */
function splitName(name: string): { readonly prefix: string; readonly rest: string } {
  if (!/^[\x20-\x7e]+$/.test(name)) {
    throw new RangeError(`Cannot archive ${JSON.stringify(name)}: printable ASCII is wanted`);
  }
  if (name.length <= MOST_NAME) return { prefix: "", rest: name };
  const at = name.lastIndexOf("/", MOST_PREFIX);
  const [prefix, rest] = [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
  if (at < 1 || rest.length > MOST_NAME || rest === "") {
    throw new RangeError(`Cannot archive "${name}": its name is too long`);
  }
  return { prefix, rest };
}

function readText(block: Uint8Array, at: number, length: number): string {
  const bytes = block.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return String.fromCharCode(...(end < 0 ? bytes : bytes.subarray(0, end)));
}
