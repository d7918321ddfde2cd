/** Prints the digest of the image fixture's report, for comparison across processes. */
import { createHash } from "node:crypto";
import { renderReport } from "../../src/report/render_report.ts";
import { makeImageFixture } from "./fixture.ts";
import { addDiagnoses } from "./fixture_diagnoses.ts";

console.log(
  createHash("sha256").update(await renderReport(addDiagnoses(makeImageFixture()))).digest("hex"),
);
