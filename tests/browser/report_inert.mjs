// Opens reports that hold a payload in every text, uses them, and sees whether any of it ran or loaded.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { check, open, runChecks } from "./harness.mjs";

const folder = process.argv[2];
const names = (start) =>
  readdirSync(folder).filter((name) => name.startsWith(start)).map((name) => name.slice(0, -5));

/** Uses a page as a reader would, and tells what its payload has done. */
async function use(name) {
  const { page, noise, close } = await open(name);
  for (const details of await page.$$("details")) {
    await details.evaluate((element) => element.open = true);
  }
  // All controls at once, as a script of the page would: a click of Playwright's waits for what moves.
  await page.evaluate(() => {
    for (const button of document.querySelectorAll("th button")) button.click();
    for (const select of document.querySelectorAll("select")) {
      select.selectedIndex = select.options.length - 1;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  const ran = await page.evaluate(() => globalThis.pwned ?? null);
  const elements = await page.locator(
    "img[onerror], img[src=x], iframe, object, base, link, form, [onload], [onfocus], a[href^='javascript:']",
  ).count();
  const scripts = await page.locator("script").count();
  await close();
  return { ran, elements, scripts, noise };
}

const clean = await use("clean");

for (const name of names("payload-")) {
  check(`${name} is text`, async () => {
    assert.deepEqual(await use(name), { ...clean, ran: null, noise: [] });
  });
}

check("P10: a page that escapes nothing is still held by its policy", async () => {
  const { ran, elements } = await use("unescaped");
  assert.ok(elements > clean.elements, "the payload is markup there");
  assert.equal(ran, null);
});

check("P10: the check sees what runs on a page without policy and without escapes", async () => {
  assert.equal((await use("unguarded")).ran, 1);
});

await runChecks();
