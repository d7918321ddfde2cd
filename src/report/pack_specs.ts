import { gzipSync } from "node:zlib";

const SPEC = /<script type="application\/json" data-spec="([a-z0-9-]+)">([\s\S]*?)<\/script>/g;
/** Numbers of a chart that a reader zooms into need no more digits than these. */
const DIGITS = 5;

/**
 * Marks up the specification of a chart, to stand beside the chart until {@linkcode packSpecs} gathers it.
 *
 * @param id Identifier of the chart.
 * @param spec A Vega specification.
 * @returns A block of data.
 */
export function renderSpec(id: string, spec: unknown): string {
  const json = JSON.stringify(
    spec,
    (_, value) =>
      typeof value === "number" && !Number.isInteger(value)
        ? Number(value.toPrecision(DIGITS))
        : value,
  );
  return `<script type="application/json" data-spec="${id}">${
    json.replaceAll("<", "\\u003c")
  }</script>`;
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
