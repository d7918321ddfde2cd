import { renderMessage } from "../../report/text/render_message.ts";

/** The heading of the newest samples; none where there are none. */
export function renderPreviewsTitle(count: number): string {
  return count === 0 ? "" : `<h3>${renderMessage("live.samples")}</h3>`;
}
