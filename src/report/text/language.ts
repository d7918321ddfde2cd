/** Languages of the report's interface, each by its own name; `en` is what a page shows without JavaScript. */
export const LANGUAGES = {
  en: "English",
  uk: "Українська",
  sr: "Српски",
  zh: "中文",
  ru: "Русский",
  ko: "한국어",
} as const;

/** Tag of a language, as HTML and `Intl` take it. */
export type Language = keyof typeof LANGUAGES;

/**
 * One message in every language. `{name}` marks a slot; `{name:one=seed;other=seeds}` a word that agrees with the
 * number in that slot, or the sum of several, by the plural categories of `Intl.PluralRules`.
 */
export type Text = Readonly<Record<Language, string>>;
