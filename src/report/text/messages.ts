import { CHART_MESSAGES } from "./messages/chart_messages.ts";
import { CLAIM_MESSAGES } from "./messages/claim_messages.ts";
import { DATA_MESSAGES } from "./messages/data_messages.ts";
import { MASTHEAD_MESSAGES } from "./messages/masthead_messages.ts";
import { METHOD_MESSAGES } from "./messages/method_messages.ts";
import { METRIC_MESSAGES } from "./messages/metric_messages.ts";
import { PAGE_MESSAGES } from "./messages/page_messages.ts";
import { RUN_MESSAGES } from "./messages/run_messages.ts";
import { SAMPLE_MESSAGES } from "./messages/sample_messages.ts";
import { STATISTICS_MESSAGES } from "./messages/statistics_messages.ts";
import { TABLE_MESSAGES } from "./messages/table_messages.ts";

/** Every message of the report's interface, in every language. */
export const MESSAGES = {
  ...PAGE_MESSAGES,
  ...MASTHEAD_MESSAGES,
  ...SAMPLE_MESSAGES,
  ...CHART_MESSAGES,
  ...TABLE_MESSAGES,
  ...RUN_MESSAGES,
  ...METHOD_MESSAGES,
  ...METRIC_MESSAGES,
  ...DATA_MESSAGES,
  ...CLAIM_MESSAGES,
  ...STATISTICS_MESSAGES,
} as const;

/** Name of a message. */
export type MessageKey = keyof typeof MESSAGES;
