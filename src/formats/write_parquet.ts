import { parquetWriteBuffer } from "hyparquet-writer";

/** A column of a table: text, or numbers of which null is none; readers give whole ones of INT64 as bigint. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: "STRING" | "INT32" | "INT64" | "DOUBLE";
  readonly data: readonly (string | number | null)[] | Float64Array;
}

/**
 * Writes a table as Apache Parquet, compressed by Snappy. The same columns give the same bytes.
 *
 * @param columns Columns of one length, in order.
 * @returns The file.
 * @throws {RangeError} If the columns are not of one length.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeParquet } from "./write_parquet.ts";
 *
 * const file = writeParquet([{ name: "step", type: "INT32", data: [1, 2] }]);
 * assertEquals(new TextDecoder().decode(file.subarray(0, 4)), "PAR1");
 * ```
 */
export function writeParquet(columns: readonly ParquetColumn[]): Uint8Array<ArrayBuffer> {
  const lengths = columns.map(({ data }) => data.length);
  if (new Set(lengths).size > 1) {
    throw new RangeError(
      `Cannot write a table: its columns have ${lengths.join(", ")} rows; one length is wanted`,
    );
  }
  const columnData = columns.map(({ name, type, data }) => ({
    name,
    type,
    data: type === "INT64"
      ? Array.from(data as Iterable<number | null>, toBigInt)
      : Array.from(data),
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function toBigInt(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}
