/** Messages by language and key, as the page holds them. */
export type PageTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A slot of an attribute: text, a number, another message, a number as it is written in English, or several of them. */
export type PageSlot =
  | string
  | number
  | { readonly t: string }
  | { readonly n: string }
  | readonly PageSlot[];
