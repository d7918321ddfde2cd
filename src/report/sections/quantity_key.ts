import { escapeHtml } from "../escape_html.ts";
import type { MessageKey } from "../text/messages.ts";
import { renderMessage } from "../text/render_message.ts";
import type { Quantity } from "./training_quantities.ts";

/** Says which line of a chart of two quantities is which. */
export function renderQuantityKey({ grey, colored }: Quantity): string {
  const draw = (stroke: string, label: string): string =>
    `<span><svg class="swatch" viewBox="0 0 26 10" aria-hidden="true"><path d="M0 5h26" ` +
    `stroke="${escapeHtml(stroke)}" stroke-width="2"${
      stroke.includes("discriminator") ? ` stroke-dasharray="5 3"` : ""
    }/></svg> ${label}</span>`;
  const name = (key: MessageKey): string => renderMessage(key);
  return `<span class="key">${draw("var(--discriminator)", name(grey.label))}${
    draw(
      "var(--series-1)",
      renderMessage("training.own_colour", { line: name(colored.label) }),
    )
  }</span>`;
}
