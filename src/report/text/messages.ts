import type {
  BoundName,
  ChangeName,
  DivergenceName,
  EvidenceName,
  QuantityName,
  VerdictName,
} from "../../diagnosis/mod.ts";
import type { NeedName } from "../../statistics/mod.ts";
import { BOUND_MESSAGES } from "./messages/bound_messages.ts";
import { CHANGE_MESSAGES } from "./messages/change_messages.ts";
import { CHART_MESSAGES } from "./messages/chart_messages.ts";
import { CLAIM_MESSAGES } from "./messages/claim_messages.ts";
import { CLASS_HELP_MESSAGES } from "./messages/class_help_messages.ts";
import { COMPARISON_MESSAGES } from "./messages/comparison_messages.ts";
import { DATA_MESSAGES } from "./messages/data_messages.ts";
import { DIAGNOSIS_MESSAGES } from "./messages/diagnosis_messages.ts";
import { DIAGNOSIS_SECTION_MESSAGES } from "./messages/diagnosis_section_messages.ts";
import { DISTANCE_HELP_MESSAGES } from "./messages/distance_help_messages.ts";
import { EVIDENCE_MESSAGES } from "./messages/evidence_messages.ts";
import type { Text } from "./language.ts";
import { HISTOGRAM_MESSAGES } from "./messages/histogram_messages.ts";
import { INFERENCE_MESSAGES } from "./messages/inference_messages.ts";
import { LATENT_MESSAGES } from "./messages/latent_messages.ts";
import { MANIFOLD_HELP_MESSAGES } from "./messages/manifold_help_messages.ts";
import { LIVE_MESSAGES } from "./messages/live_messages.ts";
import { MASTHEAD_MESSAGES } from "./messages/masthead_messages.ts";
import { METHOD_MESSAGES } from "./messages/method_messages.ts";
import { METRIC_MESSAGES } from "./messages/metric_messages.ts";
import { MODE_HELP_MESSAGES } from "./messages/mode_help_messages.ts";
import { NEED_MESSAGES } from "./messages/need_messages.ts";
import { OVERVIEW_MESSAGES } from "./messages/overview_messages.ts";
import { PAGE_MESSAGES } from "./messages/page_messages.ts";
import { PROVENANCE_MESSAGES } from "./messages/provenance_messages.ts";
import { READING_MESSAGES } from "./messages/reading_messages.ts";
import { RUN_MESSAGES } from "./messages/run_messages.ts";
import { SAMPLE_MESSAGES } from "./messages/sample_messages.ts";
import { SELECTION_MESSAGES } from "./messages/selection_messages.ts";
import { SPACE_MESSAGES } from "./messages/space_messages.ts";
import { STAGE_MESSAGES } from "./messages/stage_messages.ts";
import { STATISTICS_MESSAGES } from "./messages/statistics_messages.ts";
import { STATUS_MESSAGES } from "./messages/status_messages.ts";
import { TABLE_MESSAGES } from "./messages/table_messages.ts";
import { UNIT_MESSAGES } from "./messages/unit_messages.ts";

/** What other parts of the laboratory find, and leave to the report to say. */
type StatementName =
  | BoundName
  | ChangeName
  | DivergenceName
  | EvidenceName
  | NeedName
  | QuantityName
  | VerdictName;

/** Every message of the report's interface, in every language. */
export const MESSAGES = {
  ...PAGE_MESSAGES,
  ...MASTHEAD_MESSAGES,
  ...SAMPLE_MESSAGES,
  ...LATENT_MESSAGES,
  ...CHART_MESSAGES,
  ...HISTOGRAM_MESSAGES,
  ...TABLE_MESSAGES,
  ...RUN_MESSAGES,
  ...STAGE_MESSAGES,
  ...METHOD_MESSAGES,
  ...METRIC_MESSAGES,
  ...DISTANCE_HELP_MESSAGES,
  ...MANIFOLD_HELP_MESSAGES,
  ...CLASS_HELP_MESSAGES,
  ...MODE_HELP_MESSAGES,
  ...DATA_MESSAGES,
  ...CLAIM_MESSAGES,
  ...READING_MESSAGES,
  ...STATISTICS_MESSAGES,
  ...DIAGNOSIS_MESSAGES,
  ...DIAGNOSIS_SECTION_MESSAGES,
  ...EVIDENCE_MESSAGES,
  ...BOUND_MESSAGES,
  ...CHANGE_MESSAGES,
  ...NEED_MESSAGES,
  ...INFERENCE_MESSAGES,
  ...SELECTION_MESSAGES,
  ...PROVENANCE_MESSAGES,
  ...STATUS_MESSAGES,
  ...UNIT_MESSAGES,
  ...SPACE_MESSAGES,
  ...LIVE_MESSAGES,
  ...OVERVIEW_MESSAGES,
  ...COMPARISON_MESSAGES,
} as const satisfies Readonly<Record<StatementName, Text>>;

/** Name of a message. */
export type MessageKey = keyof typeof MESSAGES;
