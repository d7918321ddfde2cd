export { insertRunSection, renderRunSection } from "./run_section.ts";
export { renderReport } from "./render_report.ts";
export type {
  ClaimResult,
  Comparison,
  Evaluation,
  Fact,
  History,
  ImageStack,
  JsonValue,
  MetricSummary,
  Neighbours,
  ReportData,
  ReportExperiment,
  ReportRun,
  RunFacts,
  Samples,
  SettingDifference,
  Snapshot,
  StageFacts,
} from "./report_data.ts";
