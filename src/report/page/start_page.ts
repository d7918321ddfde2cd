/// <reference lib="dom" />
import type { PageTexts } from "./page_texts.ts";
import { setUpExport } from "./set_up_export.ts";
import { setUpFilms } from "./set_up_films.ts";
import { setUpPreferences } from "./set_up_preferences.ts";
import { setUpReadouts } from "./set_up_readouts.ts";
import { setUpTables } from "./set_up_tables.ts";
import { setUpZoom } from "./set_up_zoom.ts";

/** Brings the page to life; without it everything reads, in English. */
export function startPage(): void {
  const texts: PageTexts = JSON.parse(document.getElementById("messages")!.textContent!);
  document.documentElement.classList.add("has-script");
  setUpPreferences(texts);
  setUpTables(texts);
  setUpReadouts();
  setUpZoom(texts);
  setUpExport();
  setUpFilms(texts);
}
