/** Where the publisher inserts the run section; no data can hold it, as `<` in data is escaped. */
export const RUN_MARKER = "<!--assay:run-->";
