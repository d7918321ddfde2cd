import type { Language } from "./language.ts";
import { type MessageKey, MESSAGES } from "./messages.ts";

/** What the publisher adds to a finished page speaks with these. */
const ADDED_LATER = /^(?:run|status|time|provenance|fact)\.|^training\.log_scale$|^data\.of$/;

/**
 * Selects the messages that a page needs, in every language.
 *
 * @param content Markup and script of the page; a message that neither names is left out.
 * @param languages Tags of the languages.
 * @returns Texts by language and key.
 */
export function selectTexts(
  content: string,
  languages: readonly string[],
): Record<string, Record<string, string>> {
  const quoted = new Set(
    [...content.matchAll(/(?:"|&quot;)([a-z][a-z0-9_.]*)(?:"|&quot;)/g)].map(([, key]) => key),
  );
  const keys = (Object.keys(MESSAGES) as MessageKey[])
    .filter((key) => ADDED_LATER.test(key) || quoted.has(key));
  return Object.fromEntries(languages.map((language) => [
    language,
    Object.fromEntries(keys.map((key) => [key, MESSAGES[key][language as Language]])),
  ]));
}
