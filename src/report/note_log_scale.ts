import type { Domain } from "./choose_domain.ts";
import { renderMessage } from "./text/render_message.ts";

/** Says, after a caption, that an axis is logarithmic; nothing where it is not. */
export function noteLogScale({ scale }: Domain): string {
  return scale === "log"
    ? ` <span class="unit">· ${renderMessage("training.log_scale")}</span>`
    : "";
}
