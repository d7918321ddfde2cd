import { join } from "node:path";
import type { StageResult } from "../../pipeline/mod.ts";
import { parseCsv } from "../formats/csv.ts";
import { type ParquetColumn, writeParquet } from "../formats/write_parquet.ts";

/** Files that {@linkcode writeTables} writes. */
export const TABLE_FILES: readonly string[] = ["metrics.parquet", "history.parquet"];

/** A uint32 has no room in an INT32. */
const SEED_TYPE = "INT64";

/**
 * Writes an experiment's full data as Parquet, beside what the report thins: every metric of every run (`step` is null for
 * the final samples), and every step of every training.
 *
 * @param folder Where to.
 * @param metricsCsv The table of metrics, as `compare` wrote it.
 * @param results The stages.
 * @param read Reads an artifact of a stage.
 */
export async function writeTables(
  folder: string,
  metricsCsv: string,
  { results, read }: {
    readonly results: readonly StageResult[];
    readonly read: (id: string, artifact: string) => Promise<Uint8Array>;
  },
): Promise<void> {
  await Deno.writeFile(join(folder, TABLE_FILES[0]), writeParquet(toMetricColumns(metricsCsv)));
  const runs = results.flatMap(({ id, record }) => {
    const match = /^train-gan\/(.+)\/seed=(\d+)$/.exec(id);
    return match && record !== null ? [{ id, variant: match[1], seed: Number(match[2]) }] : [];
  });
  const histories = await Promise.all(runs.map(async ({ id, variant, seed }) => ({
    variant,
    seed,
    columns: parseCsv(new TextDecoder().decode(await read(id, "history"))),
  })));
  await Deno.writeFile(join(folder, TABLE_FILES[1]), writeParquet(toHistoryColumns(histories)));
}

/** Columns of the table of metrics; variants and metrics have names without commas. */
export function toMetricColumns(csv: string): ParquetColumn[] {
  const [head, ...rows] = csv.trimEnd().split("\n").map((line) => line.split(","));
  return head.map((name, at): ParquetColumn => {
    const cells = rows.map((row) => row[at]);
    if (name === "variant" || name === "metric") return { name, type: "STRING", data: cells };
    const data = cells.map((cell) => cell === "" || cell === "final" ? null : Number(cell));
    if (name === "seed") return { name, type: SEED_TYPE, data };
    return { name, type: name === "value" ? "DOUBLE" : "INT32", data };
  });
}

/** Columns of all histories one after another; a column that a run lacks is null there. */
export function toHistoryColumns(
  histories: readonly {
    readonly variant: string;
    readonly seed: number;
    readonly columns: Readonly<Record<string, Float64Array>>;
  }[],
): ParquetColumn[] {
  const lengthOf = ({ columns }: (typeof histories)[number]): number => columns.step?.length ?? 0;
  const names = [...new Set(histories.flatMap(({ columns }) => Object.keys(columns)))];
  const repeat = <Value>(read: (history: (typeof histories)[number]) => Value): Value[] =>
    histories.flatMap((history) => Array<Value>(lengthOf(history)).fill(read(history)));
  return [
    { name: "variant", type: "STRING", data: repeat(({ variant }) => variant) },
    { name: "seed", type: SEED_TYPE, data: repeat(({ seed }) => seed) },
    ...names.map((name): ParquetColumn => ({
      name,
      type: name === "step" ? "INT32" : "DOUBLE",
      data: histories.flatMap((history) =>
        history.columns[name] === undefined
          ? Array<null>(lengthOf(history)).fill(null)
          : Array.from(history.columns[name])
      ),
    })),
  ];
}
