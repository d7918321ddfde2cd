import { escapeHtml } from "../escape_html.ts";
import { type MessageKey, MESSAGES } from "./messages.ts";

/**
 * What stands in a slot of an attribute: plain text, a number, another message, a number as `formatNumber` writes it, or
 * several of them, one after another.
 */
export type PlainSlot =
  | string
  | number
  | { readonly t: MessageKey }
  | { readonly n: string }
  | readonly PlainSlot[];

/** Trusted markup by slot. */
export type Slots = Readonly<Record<string, string>>;

/** How a message is marked up. */
export interface RenderMessageOptions {
  /** The element that holds it, and each of its slots: `tspan` within a drawing. @default {"span"} */
  readonly tag?: "span" | "tspan";
}

const SLOT = /\{(\w+)(?::([^}]*))?\}/g;
const ENGLISH_PLURALS = new Intl.PluralRules("en");

/**
 * Writes a message in English, marked so that the page can put it into another language: the words are replaced,
 * the slots are kept as they are.
 *
 * @param key Name of the message.
 * @param slots Trusted markup for each slot of the message.
 * @param options The element.
 * @returns A `<span>`, or a `<tspan>`.
 * @throws {RangeError} If a slot of the message is not given.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { renderMessage } from "./render_message.ts";
 *
 * assertEquals(
 *   renderMessage("seed", { seed: "7" }),
 *   `<span data-t="seed">seed <span data-slot="seed">7</span></span>`,
 * );
 * ```
 */
export function renderMessage(
  key: MessageKey,
  slots: Slots = {},
  { tag = "span" }: RenderMessageOptions = {},
): string {
  let end = 0;
  let content = "";
  const text: string = MESSAGES[key].en;
  for (const match of text.matchAll(SLOT)) {
    const [whole, name, forms] = match;
    const slot = readSlot(key, name, slots);
    content += escapeHtml(text.slice(end, match.index)) +
      (forms === undefined
        ? `<${tag} data-slot="${name}">${slot}</${tag}>`
        : escapeHtml(chooseForm(forms, slot)));
    end = match.index + whole.length;
  }
  return `<${tag} data-t="${key}">${content}${escapeHtml(text.slice(end))}</${tag}>`;
}

/**
 * Writes a message into an attribute, such as `alt`, and beside it what the page needs to translate it.
 *
 * @param attribute Name of the attribute.
 * @param key Name of the message.
 * @param slots What stands in each slot; numbers and messages follow the language.
 * @returns Two attributes with a space before each.
 * @throws {RangeError} If a slot of the message is not given.
 */
export function renderAttribute(
  attribute: "alt" | "aria-label" | "title",
  key: MessageKey,
  slots: Readonly<Record<string, PlainSlot>> = {},
): string {
  const text = MESSAGES[key].en.replace(
    SLOT,
    (_, name: string) => writePlain(readSlot(key, name, slots)),
  );
  const source = [attribute, key, ...(Object.keys(slots).length > 0 ? [slots] : [])];
  return ` ${attribute}="${escapeHtml(text)}" data-ta="${escapeHtml(JSON.stringify(source))}"`;
}

function writePlain(slot: PlainSlot): string {
  if (typeof slot === "string") return slot;
  if (typeof slot === "number") return slot.toLocaleString("en-US");
  if (isList(slot)) return slot.map(writePlain).join("");
  return "t" in slot ? MESSAGES[slot.t].en : slot.n;
}

function isList(slot: PlainSlot): slot is readonly PlainSlot[] {
  return Array.isArray(slot);
}

function readSlot<Value>(
  key: string,
  name: string,
  slots: Readonly<Record<string, Value>>,
): Value {
  if (!Object.hasOwn(slots, name)) {
    throw new RangeError(
      `Cannot write "${key}": its slot "${name}" is not given; given are ${
        Object.keys(slots).join(", ") || "none"
      }`,
    );
  }
  return slots[name];
}

/** The form of a word that agrees with the number in the markup of a slot, or the sum of several. */
function chooseForm(forms: string, slot: string): string {
  const values = [...slot.matchAll(/<data value="([^"]+)"/g)].map(([, value]) => Number(value));
  const value = values.reduce((sum, one) => sum + one, 0);
  const words = Object.fromEntries(forms.split(";").map((form) => form.split("=")));
  return words[ENGLISH_PLURALS.select(value)] ?? words.other;
}
