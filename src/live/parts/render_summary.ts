import { renderMessage } from "../../report/text/render_message.ts";
import { renderNumber } from "../../report/text/render_number.ts";
import type { LiveFacts } from "../live_facts.ts";

/** Says where the run stands, in a sentence that changes when something is worth telling, as it is read out. */
export function renderSummary({ phase, runs }: Pick<LiveFacts, "phase" | "runs">): string {
  if (phase !== "running") return renderMessage(`live.${phase}`);
  return renderMessage("live.running", {
    done: renderNumber(runs.done),
    all: renderNumber(runs.all),
  });
}
