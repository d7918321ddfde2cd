import { escapeHtml } from "./escape_html.ts";
import type { JsonValue, ReportExperiment } from "./report_data.ts";
import { renderMessage } from "./text/render_message.ts";
import { renderNumber, renderSetting } from "./text/render_number.ts";

/**
 * Describes a dataset in a few words.
 *
 * @param dataset Its settings.
 * @returns Markup, such as `MNIST, 28 × 28` or `a ring of 8 Gaussians, radius 1, σ = 0.02`.
 */
export function describeDataset(dataset: ReportExperiment["dataset"]): string {
  const number = (value: JsonValue): string => renderSetting(Number(value));
  const sigma = number(dataset.standardDeviation);
  switch (dataset.kind) {
    case "mnist":
      return `MNIST, ${number(dataset.size)} × ${number(dataset.size)}`;
    case "stacked-mnist":
      return renderMessage("dataset.stacked", {
        size: `${number(dataset.size)} × ${number(dataset.size)} × ${number(dataset.channels)}`,
        modes: renderNumber(1000),
      });
    case "ring":
      return renderMessage("dataset.ring", {
        modes: number(dataset.modeCount),
        radius: number(dataset.radius),
        sigma,
      });
    case "grid":
      return renderMessage("dataset.grid", {
        sides: `${number(dataset.side)} × ${number(dataset.side)}`,
        spacing: number(dataset.spacing),
        sigma,
      });
    case "mixture": {
      const centres = Array.isArray(dataset.centres) ? dataset.centres.length : 0;
      return renderMessage("dataset.mixture", { modes: renderNumber(centres), sigma });
    }
    default:
      return escapeHtml(dataset.kind);
  }
}
