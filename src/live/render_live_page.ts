import { createHash } from "node:crypto";
import { escapeHtml } from "../report/escape_html.ts";
import { renderPage } from "../report/render_page.ts";
import { renderToolbar } from "../report/sections/toolbar.ts";
import { LANGUAGES } from "../report/text/language.ts";
import { MESSAGES } from "../report/text/messages.ts";
import { renderAttribute, renderMessage } from "../report/text/render_message.ts";
import { selectTexts } from "../report/text/select_texts.ts";
import { LIVE_SCRIPT } from "./live_script.ts";
import { LIVE_STYLE } from "./live_style.ts";
import type { LiveView } from "./live_view.ts";

/** Messages that a part of a watched page may say. */
const SPOKEN = /^(live|training|samples|status)\.|^(seed|step|real|data|copy|copied)$/;
/** Parts that stand one below the other; the pictures of runs come between the last two. */
const PARTS = ["stages", "curves", "previews"] as const;

/**
 * Puts what is known of a run above the document of its experiment, with the script that keeps both up to date. The
 * document's policy lets in this script and its style, by their digests, and connections to the server it came from.
 *
 * @param view The experiment.
 * @returns A whole HTML document.
 */
export function renderLivePage({ document, channel }: LiveView): string {
  const texts = JSON.stringify(
    selectTexts(
      Object.keys(MESSAGES).filter((key) => SPOKEN.test(key)).map((key) => `"${key}"`).join(),
      Object.keys(LANGUAGES),
    ),
  );
  const part = (name: string) => `<div data-part="${name}"></div>`;
  const panel =
    `<aside id="live" data-last="${channel.origin}.0" data-report="${
      escapeHtml(channel.get("report"))
    }" data-policy="${readPolicy(document)}"${
      renderAttribute("aria-label", "live.title")
    }><p class="live-summary">` +
    `<span role="status" data-part="summary"></span></p><p class="live-lost" role="status"></p>${
      PARTS.map(part).join("")
    }<div class="panels panels-samples" data-pictures></div>${part("log")}</aside>`;
  // Without an icon of its own, a browser would ask for one.
  const head = `<link rel="icon" href="data:,">
<style>${LIVE_STYLE}</style>
<script type="application/json" id="live-messages">${texts.replaceAll("<", "\\u003c")}</script>
<script type="module">${LIVE_SCRIPT}</script>
</head>`;
  return document
    .replace("style-src ", () => `connect-src 'self'; style-src '${hash(LIVE_STYLE)}' `)
    .replace("script-src ", () => `script-src '${hash(LIVE_SCRIPT)}' `)
    .replace("</head>", () => head)
    .replace("</header>", () => `</header>${panel}`);
}

/** The page of an experiment of which nothing is known yet but what it asks. */
export function renderLiveShell(name: string, question: string): string {
  return renderPage(question === "" ? name : `${name} · ${question}`, [
    `<header class="masthead">${renderToolbar()}<p class="eyebrow">${
      renderMessage("masthead.experiment", { name: `<b>${escapeHtml(name)}</b>` })
    }</p><h1>${escapeHtml(question)}</h1></header>`,
  ]);
}

/** The list of all experiments, where a results folder has none of its own. */
export function renderLiveIndex(names: readonly string[]): string {
  const links = names.map((name) =>
    `<li><a href="${escapeHtml(encodeURIComponent(name))}/">${escapeHtml(name)}</a></li>`
  );
  return renderPage("Assay", [
    `<header class="masthead">${renderToolbar()}<h1>Assay</h1></header><main><ul>${
      links.join("")
    }</ul></main>`,
  ]);
}

/** The policy of a document, which decides whether another one can take its place in a page. */
function readPolicy(document: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(document)?.[1] ?? "";
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
