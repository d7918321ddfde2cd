import type { PublishedSpec } from "assay";

/** A value of a table, and its standard error where the table has one. */
type Measured = readonly [value: number, standardError?: number];

/**
 * The numbers of a published table.
 *
 * @param table Where it stands, and what it was measured on.
 * @param metrics Base names of the metrics, a column each.
 * @param rows What it says of each variant, in the order of the columns.
 */
export function cite<const Metrics extends readonly string[], Name extends string>(
  table: Pick<PublishedSpec, "source" | "protocol">,
  metrics: Metrics,
  rows: Readonly<Record<Name, { readonly [column in keyof Metrics]: Measured }>>,
): PublishedSpec<Name>[] {
  return Object.entries<readonly Measured[]>(rows).flatMap(([variant, measured]) =>
    metrics.map((metric, column) => {
      const [value, standardError] = measured[column];
      const error = standardError === undefined ? {} : { standardError };
      return { ...table, variant: variant as Name, metric, value, ...error };
    })
  );
}
