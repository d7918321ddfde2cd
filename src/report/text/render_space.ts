import { escapeHtml } from "../escape_html.ts";
import { renderMessage } from "./render_message.ts";
import { renderNumber } from "./render_number.ts";

const JUDGE = /^judge's penultimate layer(?: on each of (\d+) channels)?, (\d+) features$/;

/**
 * Writes the space that distances are taken in.
 *
 * @param space As an evaluation has it, such as `judge's penultimate layer, 128 features`.
 * @returns Markup in the page's language; a space of another form as it stands.
 */
export function renderSpace(space: string): string {
  if (space === "the plane") return renderMessage("space.plane");
  const [, channels, count] = JUDGE.exec(space) ?? [];
  if (count === undefined) return escapeHtml(space);
  const features = renderNumber(Number(count));
  return channels === undefined
    ? renderMessage("space.judge", { count: features })
    : renderMessage("space.judge_channels", {
      channels: renderNumber(Number(channels)),
      count: features,
    });
}
