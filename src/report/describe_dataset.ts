import { escapeHtml } from "./escape_html.ts";
import type { JsonValue, ReportExperiment } from "./report_data.ts";

/**
 * Describes a dataset in a few words.
 *
 * @param dataset Its settings.
 * @returns Markup, such as `MNIST, 28 × 28` or `a ring of 8 Gaussians, σ = 0.02`.
 */
export function describeDataset(dataset: ReportExperiment["dataset"]): string {
  const number = (value: JsonValue): string => escapeHtml(String(value));
  const spread = `σ = ${number(dataset.standardDeviation)}`;
  switch (dataset.kind) {
    case "mnist":
      return `MNIST, ${number(dataset.size)} × ${number(dataset.size)}`;
    case "stacked-mnist":
      return `stacked MNIST, ${number(dataset.size)} × ${number(dataset.size)} × ${
        number(dataset.channels)
      }, 1,000 modes`;
    case "ring":
      return `a ring of ${number(dataset.modeCount)} Gaussians, radius ${
        number(dataset.radius)
      }, ${spread}`;
    case "grid":
      return `a grid of ${number(dataset.side)} × ${number(dataset.side)} Gaussians, spacing ${
        number(dataset.spacing)
      }, ${spread}`;
    case "mixture": {
      const centres = Array.isArray(dataset.centres) ? dataset.centres.length : 0;
      return `a mixture of ${centres} Gaussians, ${spread}`;
    }
    default:
      return escapeHtml(dataset.kind);
  }
}
