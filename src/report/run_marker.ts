/** Where the publisher inserts the run section; no data can hold it, as `<` in data is escaped. */
export const RUN_MARKER = "<!--assay:run-->";
/** Where it inserts the metrics against wall time. */
export const TIME_MARKER = "<!--assay:time-->";
