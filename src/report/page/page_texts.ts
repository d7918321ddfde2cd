/** Messages by language and key, as the page holds them. */
export type PageTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A slot of an attribute: text, a number, or another message. */
export type PageSlot = string | number | { readonly t: string };
