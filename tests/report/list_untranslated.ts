/**
 * Lists the words of a piece of markup that no message holds, so that the page can put them into no other language.
 *
 * @param html Markup of a part of a page.
 * @returns Each text with letters once, but for code, formulas, sources, and what says that it is English; attributes that
 * are read out, too.
 */
export function listUntranslated(html: string): string[] {
  const seen = new Set<string>();
  const open: { name: string; isCovered: boolean }[] = [];
  const parts = html.matchAll(/<!--[\s\S]*?-->|<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi);
  for (const [, slash, name, attributes = "", text] of parts) {
    const isCovered = open.at(-1)?.isCovered ?? false;
    if (text !== undefined) {
      if (!isCovered && /\p{L}{2}/u.test(text.replace(/&\w+;/g, ""))) seen.add(text.trim());
    } else if (slash === "/") {
      while (open.length > 0 && open.pop()!.name !== name);
    } else if (name !== undefined) {
      if (!attributes.includes("data-ta=")) {
        for (const [, value] of attributes.matchAll(/(?:aria-label|alt|title)="([^"]+)"/g)) {
          if (/\p{L}{2}/u.test(value)) seen.add(value);
        }
      }
      const isSlot = attributes.includes("data-slot=");
      const isKnown = /data-t=| lang="en"/.test(attributes) ||
        /class="(?:source|command)"/.test(attributes) ||
        /^(?:code|data|math|option|style|script)$/.test(name) ||
        attributes.includes("data-duration");
      const isVoid = /\/$/.test(attributes) ||
        /^(?:img|input|meta|br|path|circle|rect)$/.test(name);
      if (!isVoid) open.push({ name, isCovered: isKnown || (isCovered && !isSlot) });
    }
  }
  return [...seen];
}
