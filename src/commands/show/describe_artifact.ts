import { extname, join } from "node:path";
import { tmpdir } from "node:os";
import { alignTable } from "../align_table.ts";
import { describeTensors, type TensorSummary } from "./describe_tensors.ts";

const FIRST_LINES = 12;
const LAST_LINES = 3;

/** An artifact as a person would like to see it. */
export interface ArtifactDescription {
  /** Lines for a terminal. */
  readonly lines: readonly string[];
  /** The same for programs. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Describes an artifact by the kind of its file: JSON indented, the ends of a table, tensors in short, text as it is.
 *
 * @param bytes Its bytes.
 * @param options Its digest and the name of its file.
 */
export async function describeArtifact(
  bytes: Uint8Array<ArrayBuffer>,
  { digest, file }: { readonly digest: string; readonly file: string },
): Promise<ArtifactDescription> {
  const kind = extname(file);
  if (kind === ".safetensors") {
    const folder = join(tmpdir(), `assay-show-${digest.slice(0, 12)}`);
    const tensors = await describeTensors(bytes, folder);
    return { lines: formatTensors(tensors), data: { tensors } };
  }
  const text = decode(bytes);
  if (text === null || kind === ".html") return { lines: [], data: {} };
  if (kind === ".json") {
    const value = JSON.parse(text);
    return { lines: JSON.stringify(value, null, 2).split("\n"), data: { value } };
  }
  const rows = text.trimEnd().split("\n");
  const rest = rows.length - 1 - FIRST_LINES - LAST_LINES;
  const shown = rest <= 1
    ? rows
    : [...rows.slice(0, 1 + FIRST_LINES), `… ${rest} more`, ...rows.slice(-LAST_LINES)];
  const lines = kind === ".csv"
    ? alignTable(shown.map((row) => row.split(",").map(shortenNumber)))
    : shown;
  return { lines, data: { lines: rows.length, head: rows.slice(0, 1 + FIRST_LINES) } };
}

function formatTensors(tensors: readonly TensorSummary[]): string[] {
  const show = (value: number | null) =>
    value === null ? "–" : String(Number(value.toPrecision(4)));
  const table = alignTable([
    ["tensor", "type", "shape", "min", "mean", "max", "NaN", "infinite"],
    ...tensors.map(({ name, dtype, shape, min, mean, max, nanCount, infiniteCount }) => [
      name,
      dtype,
      `[${shape.join(", ")}]`,
      show(min),
      show(mean),
      show(max),
      String(nanCount),
      String(infiniteCount),
    ]),
  ]);
  const pictures = tensors.flatMap(({ name, picture }) =>
    picture === undefined ? [] : [`images of ${name}: ${picture}`]
  );
  return [...table, ...pictures];
}

/** As many digits as a person reads; the file has all. */
function shortenNumber(cell: string): string {
  const value = Number(cell);
  return cell === "" || Number.isNaN(value) ? cell : String(Number(value.toPrecision(6)));
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
