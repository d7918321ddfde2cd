import { escapeHtml } from "../../report/escape_html.ts";
import { renderAttribute, renderMessage } from "../../report/text/render_message.ts";
import { renderNumber } from "../../report/text/render_number.ts";
import { renderVariantName } from "../../report/variants.ts";
import type { LivePreview } from "../live_facts.ts";

/** Renders the newest samples of a run as a figure. */
export function renderPreview(
  { variant, index, seed, step, source, isColour }: LivePreview,
): string {
  const alt = renderAttribute("alt", "samples.alt", { name: variant, seed: String(seed), step });
  return `<figure class="film"><figcaption>${
    renderVariantName({ name: variant, index })
  }</figcaption><p class="when">${
    renderMessage("samples.when", { seed: String(seed), step: renderNumber(step) })
  }</p><img src="${escapeHtml(source)}"${alt}${isColour ? ` class="colour"` : ""}></figure>`;
}
