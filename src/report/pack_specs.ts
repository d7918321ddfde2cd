import { gzipSync } from "node:zlib";

const SPEC = /<script type="application\/json" data-spec="([a-z0-9-]+)">([\s\S]*?)<\/script>/g;
/** Numbers of a chart that a reader zooms into need no more digits than these. */
const DIGITS = 4;

/**
 * Marks up the specification of a chart, to stand beside the chart until {@linkcode packSpecs} gathers it.
 *
 * @param id Identifier of the chart.
 * @param spec A Vega specification.
 * @returns A block of data.
 */
export function renderSpec(id: string, spec: { readonly data?: readonly unknown[] }): string {
  const data = spec.data?.map((one) => packRows(one as DataSet));
  const json = JSON.stringify(
    { ...spec, data },
    (_, value) => isFraction(value) ? round(value) : value,
  );
  return `<script type="application/json" data-spec="${id}">${
    json.replaceAll("<", "\\u003c")
  }</script>`;
}

/** A set of data of a Vega specification. */
interface DataSet {
  readonly values?: readonly Readonly<Record<string, unknown>>[];
}

/** Writes rows as columns, whole numbers as steps from one to the next under a name with `+`: they compress better. */
function packRows({ values, ...rest }: DataSet): unknown {
  if (!Array.isArray(values) || values.length === 0) return { ...rest, values };
  const columns = Object.keys(values[0]).map((name) => {
    const column = values.map((row) => row[name]);
    return column.every((value) => Number.isInteger(value))
      ? [`+${name}`, column.map((value, at) => at === 0 ? value : value - column[at - 1])]
      : [name, column];
  });
  return { ...rest, columns: Object.fromEntries(columns) };
}

function isFraction(value: unknown): value is number {
  return typeof value === "number" && !Number.isInteger(value);
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/**
 * Gathers the specifications of charts into one compressed block, which the page reads when a chart is to be explored.
 *
 * @param html Markup with blocks of {@linkcode renderSpec}.
 * @returns The same without them, and the block at its end; as it is where there are none.
 */
export function packSpecs(html: string): string {
  const specs = [...html.matchAll(SPEC)].map(([, id, json]) => `${JSON.stringify(id)}:${json}`);
  if (specs.length === 0) return html;
  return `${html.replaceAll(SPEC, "")}<script type="text/plain" data-specs>${
    compress(`{${specs.join()}}`)
  }</script>`;
}

/** Compresses a text so that it may stand in a page. */
export function compress(text: string): string {
  return gzipSync(text, { level: 9 }).toString("base64");
}
