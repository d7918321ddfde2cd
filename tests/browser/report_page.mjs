// Checks what a reader sees: `node report_page.mjs FOLDER BROWSER`. Node runs it, as Playwright needs Node's child processes.
import assert from "node:assert/strict";
import { check, checkFrames, open, runChecks } from "./harness.mjs";

/** Visible pictures of the sample films, by what they say of themselves. */
function listShown(page) {
  return page.$$eval("#samples [data-film]", (films) =>
    films.map((film) => {
      const shown = [...film.querySelectorAll("[data-frame]")]
        .filter((frame) => frame.checkVisibility());
      return shown.map((frame) => `${frame.dataset.seed}@${frame.dataset.step}`).join();
    }));
}

checkFrames(["images", "points", "poisoned", "broken"]);

check("every picture is decoded and every chart has a size and a label", async () => {
  const { page, close } = await open("images");
  const images = await page.$$eval("img", (all) => all.map((image) => image.naturalWidth));
  assert.ok(images.length > 50 && images.every((width) => width > 0));
  const charts = await page.$$eval(
    "svg.chart",
    (all) =>
      all.map((chart) => [chart.getBoundingClientRect().height, chart.getAttribute("aria-label")]),
  );
  assert.equal(charts.length, 3 * 3 + 5 + 5 + 3 + 3);
  assert.ok(charts.every(([height, label]) => height > 60 && label.length > 10));
  await close();
});

check("the slider moves all films, by arrow keys too", async () => {
  const { page, noise, close } = await open("images");
  assert.deepEqual(await listShown(page), ["1@1500", "1@1500", "1@1500"]);
  await page.focus("[data-controls] input");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await listShown(page), ["1@1250", "1@1250", "1@1250"]);
  assert.equal(await page.locator("svg .cursor[visibility=visible]").count(), 14);
  await page.keyboard.press("Home");
  assert.deepEqual(await listShown(page), ["1@250", "1@250", "1@250"]);
  assert.equal(await page.textContent("[data-controls] output"), "step 250");
  assert.equal(await page.getAttribute("[data-controls] input", "aria-valuetext"), "step 250");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await listShown(page), ["1@500", "1@500", "1@500"]);
  assert.equal(await page.innerText("#samples figure .when:visible >> nth=0"), "seed 1 · step 500");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await listShown(page), ["1@750", "1@750", "1@750"]);
  assert.deepEqual(noise, []);
  await close();
});

check(
  "the choice of seed holds for samples and neighbours, a diverged run stops early",
  async () => {
    const { page, close } = await open("images");
    await page.selectOption("[data-controls] select", "2");
    assert.deepEqual(await listShown(page), ["2@1500", "2@1000", "2@1500"]);
    const captions = await page.locator("#neighbours .when:visible").allInnerTexts();
    assert.ok(captions.length === 3 && captions.every((caption) => caption.startsWith("seed 2")));
    const text = await page.innerText("#samples");
    assert.match(text, /then diverged/);
    await close();
  },
);

check("play runs to the last step and stops", async () => {
  const { page, close } = await open("points");
  await page.focus("[data-controls] input");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.click("[data-play]");
  await page.waitForFunction(() => document.querySelector("[data-play]").textContent === "Play");
  assert.deepEqual(await listShown(page), ["1@6000", "1@6000"]);
  await close();
});

check("without JavaScript every chart, table and last snapshot is there", async () => {
  const { page, noise, close } = await open("images", { javaScriptEnabled: false });
  const count = (selector) => page.locator(selector).filter({ visible: true }).count();
  assert.equal(await count("svg.chart"), 25);
  assert.equal(await count("#samples img"), 4);
  assert.equal(await count("#neighbours img"), 3);
  assert.equal(await count("svg.graph"), 1);
  assert.equal(await count("#differences table, #numbers > div table"), 2);
  assert.equal(await count("[data-controls], [data-toolbar], button:not(.help)"), 0);
  assert.match(await page.textContent("noscript"), /last snapshot of seed 1/);
  await page.click("#numbers summary");
  assert.equal(await count("#numbers table"), 2);
  for (const details of await page.$$("details.data")) {
    await details.$eval("summary", (one) => one.click());
  }
  assert.equal(await count("details.data table"), 25);
  await page.click("#metrics .help >> nth=0");
  assert.match(await page.innerText("[popover]:popover-open"), /Squared distance of two Gaussians/);
  assert.deepEqual(noise, []);
  await close();
});

check("no text of the data runs or becomes an element", async () => {
  const { page, noise, close } = await open("poisoned");
  assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
  // One that runs; the rest are data: messages, Vega, and two blocks of specifications.
  assert.equal(await page.locator("script:not([type])").count(), 1);
  assert.equal(await page.locator("script").count(), 5);
  assert.equal(await page.locator("img[onerror], img[src=x]").count(), 0);
  assert.match(await page.textContent("h1"), /<img src=x onerror=globalThis\.pwned=1>\]\]>/);
  assert.deepEqual(noise, []);
  await close();
});

await runChecks();
