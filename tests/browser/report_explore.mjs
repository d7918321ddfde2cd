// Checks that charts can be explored: `node report_explore.mjs FOLDER BROWSER`.
import assert from "node:assert/strict";
import { check, open, runChecks } from "./harness.mjs";

/** Texts of the explored chart, sorted. */
function readTexts(page) {
  return page.$$eval(
    ".explored svg text",
    (all) => all.map((one) => one.textContent).toSorted().join(),
  );
}

/** Waits until the texts of the explored chart, in any order, are such or others. */
async function waitForTexts(page, wanted, { isSame }) {
  await page.waitForFunction(([texts, isSame]) => {
    const found = [...document.querySelectorAll(".explored svg text")].map((one) =>
      one.textContent
    );
    return (found.toSorted().join() === texts) === isSame;
  }, [wanted, isSame]);
}

check(
  "a chart is explored by Vega without code of its own making: zoom, move, and back",
  async () => {
    const { page, noise, close } = await open("images");
    assert.equal(await page.evaluate(() => "vega" in globalThis), false);
    await page.hover("#training figure >> nth=0");
    await page.click("#training .explore >> nth=0");
    await page.waitForSelector(".explored svg .mark-line path");
    assert.equal(await page.isVisible("#losses-0"), false);
    const whole = await readTexts(page);
    assert.match(whole, /1,400/);
    await page.click(".explored button >> nth=0");
    await waitForTexts(page, whole, { isSame: false });
    const box = await page.locator(".explored svg").boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const near = await readTexts(page);
    await page.mouse.wheel(0, -400);
    await waitForTexts(page, near, { isSame: false });
    const nearer = await readTexts(page);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 150, box.y + box.height / 2);
    await page.mouse.up();
    await waitForTexts(page, nearer, { isSame: false });
    await page.click(".explored button >> nth=2");
    await waitForTexts(page, whole, { isSame: true });
    await page.click(".explored button >> nth=3");
    assert.equal(await page.isVisible("#losses-0"), true);
    assert.equal(await page.locator(".explored").count(), 0);
    assert.deepEqual(noise, []);
    await close();
  },
);

check("an explored chart speaks the page's language, against time too", async () => {
  const { page, noise, close } = await open("images");
  await page.selectOption("select[name=language]", "uk");
  await page.hover("#time ~ .panels figure >> nth=0");
  await page.click("#time ~ .panels .explore >> nth=0");
  await page.waitForSelector(".explored svg .mark-line path");
  assert.match(await page.innerText(".explored"), /Закрити/);
  assert.match(await page.$eval(".explored svg", (svg) => svg.textContent), /час навчання/);
  await page.selectOption("select[name=language]", "en");
  assert.equal(await page.locator(".explored").count(), 0);
  assert.deepEqual(noise, []);
  await close();
});

check(
  "an explored chart keeps a divergence at its step in every language, however often it is asked for",
  async () => {
    const { page, noise, close } = await open("images");
    await page.selectOption("select[name=language]", "uk");
    const figure = page.locator("#training figure", { hasText: "×" }).first();
    const place = (texts) => {
      const label = [...texts].find((text) => text.textContent.startsWith("×"));
      return Math.round(
        label.getBoundingClientRect().left - label.ownerSVGElement.getBoundingClientRect().left,
      );
    };
    const before = await figure.locator("svg.chart text").evaluateAll(place);
    await figure.hover();
    await figure.locator(".explore").dblclick();
    await page.waitForSelector(".explored svg .mark-line path");
    assert.equal(await page.locator(".explored").count(), 1);
    const after = await figure.locator(".explored svg text").evaluateAll(place);
    assert.ok(before > 60 && Math.abs(after - before) < 40, `${before} and ${after}`);
    assert.match(await figure.locator(".explored svg").textContent(), /крок/);
    assert.deepEqual(noise, []);
    await close();
  },
);

await runChecks();
