import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { METRICS } from "../../src/metrics/catalogue.ts";
import { makeNumberConverter } from "../../src/report/page/make_number_converter.ts";
import { type Language, LANGUAGES, type Text } from "../../src/report/text/language.ts";
import { MESSAGES } from "../../src/report/text/messages.ts";
import { renderAttribute, renderMessage } from "../../src/report/text/render_message.ts";
import { renderNumber } from "../../src/report/text/render_number.ts";
import { selectTexts } from "../../src/report/text/select_texts.ts";

const tags = Object.keys(LANGUAGES) as Language[];
const messages = Object.entries(MESSAGES) as [string, Text][];

Deno.test("MESSAGES says everything in all six languages, with the same slots once each", () => {
  assertEquals(tags, ["en", "uk", "sr", "zh", "ru", "ko"]);
  for (const [key, text] of messages) {
    const slotsOf = (language: Language): string[] =>
      [...text[language].matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const slots = slotsOf("en").toSorted();
    assertEquals(new Set(slots).size, slots.length, `${key} has a slot twice`);
    for (const language of tags) {
      assert(text[language].trim().length > 0, `${key} has no ${language}`);
      assertEquals(slotsOf(language).toSorted(), slots, `slots of ${key} in ${language}`);
    }
  }
});

Deno.test("MESSAGES gives a plural form for every category that a language has", () => {
  for (const [key, text] of messages) {
    for (const language of tags) {
      for (const [, , forms] of text[language].matchAll(/\{(\w+):([^}]*)\}/g)) {
        assertStringIncludes(forms, "other=", `${key} in ${language}`);
      }
    }
  }
});

Deno.test("MESSAGES is translated: other scripts than Latin, but for formulas and names", () => {
  const scripts = {
    uk: /\p{Script=Cyrillic}/u,
    sr: /\p{Script=Cyrillic}/u,
    ru: /\p{Script=Cyrillic}/u,
  };
  const untranslated = messages.filter(([, { en }]) => /\p{L}/u.test(en.replace(/\{\w+\}/g, "")))
    .filter(([, text]) =>
      Object.entries(scripts).some(([language, script]) => !script.test(text[language as "uk"])) ||
      !/\p{Script=Han}/u.test(text.zh) || !/\p{Script=Hangul}/u.test(text.ko)
    ).map(([key]) => key);
  assertEquals(untranslated, []);
});

Deno.test("MESSAGES names and explains every metric of the catalogue, with its unit, as the catalogue does", () => {
  const texts: Readonly<Record<string, Text | undefined>> = MESSAGES;
  const units = messages.filter(([key]) => key.startsWith("unit.")).map(([, { en }]) => en);
  for (const [name, { label, description, unit }] of Object.entries(METRICS)) {
    assertEquals(texts[`metric.${name}`]?.en, label);
    assertEquals(texts[`metric.${name}.help`]?.en, description);
    assert(unit === undefined || units.includes(unit), `${unit} is not translated`);
  }
});

Deno.test("renderMessage() keeps slots, agrees with numbers, and refuses a missing slot", () => {
  const design = (variants: number): string =>
    renderMessage("masthead.design", {
      variants: renderNumber(variants),
      seeds: renderNumber(3),
      dataset: "<b>x</b>",
    }).replace(/<(?!\/?b>)[^>]+>/g, "");
  assertEquals(design(1), "1 variant × 3 seeds on <b>x</b>");
  assertEquals(design(2), "2 variants × 3 seeds on <b>x</b>");
  assertThrows(
    () => renderMessage("seed"),
    RangeError,
    `Cannot write "seed": its slot "seed" is not given; given are none`,
  );
});

Deno.test("renderAttribute() escapes what it is given and carries it along for translation", () => {
  const attribute = renderAttribute("alt", "samples.alt", { name: `"><x`, seed: "1", step: 1500 });
  assertStringIncludes(attribute, ` alt="Samples of &quot;&gt;&lt;x, seed 1, step 1,500"`);
  assertEquals(attribute.includes("<"), false);
});

Deno.test("makeNumberConverter() keeps the digits and writes them the way of the language", () => {
  assertEquals(makeNumberConverter("uk")("[−1,234.50, 0.001]"), "[−1\u00a0234,50, 0,001]");
  assertEquals(makeNumberConverter("uk")("[8, 8]"), "[8, 8]");
  assertEquals(makeNumberConverter("ru")("12,345.6"), "12\u00a0345,6");
  assertEquals(makeNumberConverter("zh")("12,345.6"), "12,345.6");
  assertEquals(makeNumberConverter("ko")("3 min 05 s", { isDuration: true }), "3분 5초");
});

Deno.test("selectTexts() takes along what a page names, and what the publisher adds", () => {
  const texts = selectTexts(`<span data-t="samples.play">Play</span>`, ["en", "ko"]);
  assertEquals(texts.ko["samples.play"], "재생");
  assertEquals(texts.en["samples.stop"], undefined);
  assertEquals(texts.en["run.title"], "How it was made");
});
