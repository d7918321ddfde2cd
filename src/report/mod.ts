export { completeReport } from "./complete_report.ts";
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
