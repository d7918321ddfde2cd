import { createHash } from "node:crypto";
import { escapeHtml } from "./escape_html.ts";
import { compress, packSpecs } from "./pack_specs.ts";
import { PAGE_SCRIPT } from "./page_script.ts";
import { PAGE_STYLE } from "./page_style.ts";
import { LANGUAGES } from "./text/language.ts";
import { selectTexts } from "./text/select_texts.ts";

/** What a page has besides its sections. */
export interface RenderPageOptions {
  /** A style sheet to follow the one that all pages have. */
  readonly style?: string;
  /** A script that leaves `vega` and `vegaInterpreter` behind; without it charts cannot be explored. */
  readonly vega?: string;
}

/**
 * Wraps sections into a page that needs nothing but itself: a content security policy names the one style and
 * the one script by their digests, with Vega where it goes along, and lets nothing else run or load. The messages of all
 * languages go along as data.
 *
 * @param title Title of the page, plain text.
 * @param sections Trusted markup.
 * @param options What the page has besides.
 * @returns A whole HTML document.
 */
export function renderPage(
  title: string,
  sections: readonly string[],
  { style = "", vega }: RenderPageOptions = {},
): string {
  const whole = PAGE_STYLE + style;
  const policy = [
    "default-src 'none'",
    "img-src data:",
    `style-src '${hash(whole)}'`,
    `script-src '${hash(PAGE_SCRIPT)}'${vega === undefined ? "" : ` '${hash(vega)}'`}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const body = packSpecs(sections.filter(Boolean).join("\n"));
  const texts = JSON.stringify(selectTexts(body + PAGE_SCRIPT, Object.keys(LANGUAGES)));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${whole}</style>
</head>
<body>
${body}
<script type="application/json" id="messages">${texts.replaceAll("<", "\\u003c")}</script>
${
    vega === undefined
      ? ""
      : `<script type="text/plain" data-vega>${compress(vega)}</script>\n`
  }<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
