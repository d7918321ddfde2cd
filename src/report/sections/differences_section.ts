import { escapeHtml } from "../escape_html.ts";
import { flattenSettings } from "../flatten_settings.ts";
import { formatSetting } from "../format_setting.ts";
import type { ReportData } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { listVariants, renderVariantName } from "../variants.ts";

/**
 * Renders what differs between the variants, and behind a fold what they share.
 *
 * @param data The report's data.
 * @returns A section with a table of changed settings only.
 */
export function renderDifferencesSection(data: ReportData): string {
  return `<section id="differences"><h2>${renderMessage("differences.title")}</h2>${
    renderDifferences(data)
  }${renderShared(data)}</section>`;
}

function renderDifferences(data: ReportData): string {
  const { differences } = data;
  if (differences.length === 0) {
    return `<p class="note">${renderMessage("differences.none")}</p>`;
  }
  const variants = listVariants(data);
  const head = variants.map((variant) => `<th scope="col">${renderVariantName(variant)}</th>`);
  const rows = differences.map(({ path, values }) =>
    `<tr><th scope="row"><code>${escapeHtml(path)}</code></th>${
      variants.map(({ name }) => `<td>${renderSetting(values[name])}</td>`).join("")
    }</tr>`
  );
  return `<div class="wide" role="region"${
    renderAttribute("aria-label", "differences.table")
  } tabindex="0"><table class="settings">` +
    `<thead><tr><td></td>${head.join("")}</tr></thead><tbody>${
      rows.join("")
    }</tbody></table></div>`;
}

function renderSetting(value: Parameters<typeof formatSetting>[0] | undefined): string {
  return value === undefined
    ? `<span class="none">${renderMessage("none")}</span>`
    : `<code>${escapeHtml(formatSetting(value))}</code>`;
}

function renderShared({ experiment, differences }: ReportData): string {
  const changed = differences.map(({ path }) => path);
  const isChanged = (path: string): boolean =>
    changed.some((one) => path === one || path.startsWith(`${one}.`));
  const first = Object.values(experiment.variants)[0] ?? {};
  const shared = flattenSettings(first).filter(({ path }) => !isChanged(path));
  const rows = [
    ...flattenSettings({ dataset: experiment.dataset }),
    ...shared,
    ...flattenSettings({ evaluation: { ...experiment.evaluation } }),
  ].map(({ path, value }) =>
    `<div><dt><code>${escapeHtml(path)}</code></dt><dd><code>${
      escapeHtml(formatSetting(value))
    }</code></dd></div>`
  );
  return `<details><summary>${renderMessage("differences.shared")}</summary><dl class="shared">${
    rows.join("")
  }</dl></details>`;
}
