import { LANGUAGES } from "../text/language.ts";
import { renderMessage } from "../text/render_message.ts";

/**
 * Renders the page's tools: language, colours, and printing as slides. A script has to show them, as they need one.
 *
 * @returns A hidden `<form>`.
 */
export function renderToolbar(): string {
  const languages = Object.entries(LANGUAGES).map(([tag, name]) =>
    `<option value="${tag}" lang="${tag}">${name}</option>`
  );
  const themes = (["auto", "light", "dark"] as const).map((theme) =>
    `<option value="${theme}" data-t="theme.${theme}">${
      renderMessage(`theme.${theme}`).replace(/<[^>]+>/g, "")
    }</option>`
  );
  return `<form class="toolbar" data-toolbar hidden><label>${
    renderMessage("language")
  } <select name="language" autocomplete="off">${languages.join("")}</select></label><label>${
    renderMessage("theme")
  } <select name="theme" autocomplete="off">${
    themes.join("")
  }</select></label><button type="button">${renderMessage("slides")}</button></form>`;
}
