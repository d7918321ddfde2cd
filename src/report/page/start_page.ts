/// <reference lib="dom" />
import type { PageTexts } from "./page_texts.ts";
import { setUpExplore } from "./set_up_explore.ts";
import { setUpExport } from "./set_up_export.ts";
import { setUpFilms } from "./set_up_films.ts";
import { setUpPreferences } from "./set_up_preferences.ts";
import { setUpReadouts } from "./set_up_readouts.ts";
import { setUpTables } from "./set_up_tables.ts";
import { setUpZoom } from "./set_up_zoom.ts";

/**
 * Brings the page to life; without it everything reads, in English. What listens to the whole document does so until that
 * is told to leave, as when another report takes the place of this one.
 */
export function startPage(): void {
  const texts: PageTexts = JSON.parse(document.getElementById("messages")!.textContent!);
  document.documentElement.classList.add("has-script");
  setUpPreferences(texts);
  setUpTables(texts);
  const left = new AbortController();
  document.addEventListener("leave", () => left.abort(), { once: true });
  setUpReadouts(left.signal);
  setUpZoom(texts, left.signal);
  setUpExport();
  setUpExplore(texts);
  setUpFilms(texts, left.signal);
}
