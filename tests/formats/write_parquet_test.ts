import { assertEquals, assertThrows } from "@std/assert";
import { parquetReadObjects } from "hyparquet";
import { toHistoryColumns, toMetricColumns } from "../../src/commands/write_tables.ts";
import { writeParquet } from "../../src/formats/write_parquet.ts";

async function read(file: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>[]> {
  return await parquetReadObjects({ file: file.buffer });
}

Deno.test("writeParquet() gives back text, numbers, NaN and null", async () => {
  const file = writeParquet([
    { name: "variant", type: "STRING", data: ["vanilla", "é漢"] },
    { name: "step", type: "INT32", data: [1, null] },
    { name: "value", type: "DOUBLE", data: [0.1, NaN] },
  ]);
  assertEquals(await read(file), [
    { variant: "vanilla", step: 1, value: 0.1 },
    { variant: "é漢", step: null, value: NaN },
  ]);
});

Deno.test("writeParquet() refuses columns of two lengths", () => {
  assertThrows(
    () =>
      writeParquet([{ name: "a", type: "INT32", data: [1] }, {
        name: "b",
        type: "INT32",
        data: [],
      }]),
    RangeError,
    "Cannot write a table: its columns have 1, 0 rows; one length is wanted",
  );
});

Deno.test("toMetricColumns() takes the final samples for a step that is null", async () => {
  const csv = "variant,seed,step,samples,metric,value\n" +
    "vanilla,1,200,500,modes,3\nvanilla,4294967295,final,1000,modes,4.5\n";
  assertEquals(await read(writeParquet(toMetricColumns(csv))), [
    { variant: "vanilla", seed: 1n, step: 200, samples: 500, metric: "modes", value: 3 },
    {
      variant: "vanilla",
      seed: 4_294_967_295n,
      step: null,
      samples: 1_000,
      metric: "modes",
      value: 4.5,
    },
  ]);
});

Deno.test("toHistoryColumns() keeps every step of every run", async () => {
  const columns = toHistoryColumns([
    {
      variant: "a",
      seed: 4_294_967_295,
      columns: { step: Float64Array.of(1, 2), loss: Float64Array.of(3, 4) },
    },
    { variant: "b", seed: 2, columns: { step: Float64Array.of(1), other: Float64Array.of(5) } },
  ]);
  assertEquals(await read(writeParquet(columns)), [
    { variant: "a", seed: 4_294_967_295n, step: 1, loss: 3, other: null },
    { variant: "a", seed: 4_294_967_295n, step: 2, loss: 4, other: null },
    { variant: "b", seed: 2n, step: 1, loss: null, other: 5 },
  ]);
  assertEquals(toHistoryColumns([]).map(({ data }) => data.length), [0, 0]);
});
