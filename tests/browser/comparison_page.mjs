// Checks the comparison and the page of a results folder: `node comparison_page.mjs FOLDER BROWSER`.
import assert from "node:assert/strict";
import { listFaults, openForAxe } from "./axe.mjs";
import { check, checkFrames, open, runChecks } from "./harness.mjs";

checkFrames(["comparison", "overview"]);

for (const name of ["comparison", "overview"]) {
  check(`${name}: axe-core finds no serious fault, light and dark`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await openForAxe(name, colorScheme);
      assert.deepEqual(await listFaults(page), []);
      await close();
    }
  });

  check(`${name}: each language rewrites it, and English comes back as it was`, async () => {
    const { page, noise, close } = await open(name);
    const english = await page.innerText("main");
    const seen = new Set([english]);
    for (const language of ["uk", "sr", "zh", "ru", "ko"]) {
      await page.selectOption("select[name=language]", language);
      seen.add(await page.innerText("main"));
    }
    assert.equal(seen.size, 6);
    await page.selectOption("select[name=language]", "en");
    assert.equal(await page.innerText("main"), english);
    assert.deepEqual(noise, []);
    await close();
  });
}

/** What the films of an experiment show. */
function listShown(page, place) {
  return page.$$eval(`#experiment-${place} [data-film]`, (films) =>
    films.map((film) => {
      const shown = [...film.querySelectorAll("[data-frame]")]
        .filter((frame) => frame.checkVisibility());
      return shown.map((frame) => `${frame.dataset.seed}@${frame.dataset.step}`).join();
    }));
}

check("comparison: a slider moves both sides of its own experiment, and no other", async () => {
  const { page, noise, close } = await open("comparison");
  assert.deepEqual(await listShown(page, 0), Array(6).fill("1@1500"));
  const others = await listShown(page, 1);
  await page.focus("#experiment-0 [data-controls] input");
  await page.keyboard.press("Home");
  const shown = await listShown(page, 0);
  assert.deepEqual(new Set(shown), new Set(["1@250"]));
  assert.deepEqual(await listShown(page, 1), others);
  // Side B holds nothing of the second seed, and says so.
  await page.selectOption("#experiment-0 [data-controls] select", "2");
  assert.equal(await page.locator("#experiment-0 .missing:visible").count(), 3);
  // Arrow keys without a focus move the slider whose films are seen.
  await page.evaluate(() => document.activeElement.blur());
  await page.locator("#experiment-1 .pairs").scrollIntoViewIfNeeded();
  await page.keyboard.press("ArrowLeft");
  assert.notDeepEqual(await listShown(page, 1), others);
  assert.deepEqual(noise, []);
  await close();
});

check("comparison: without JavaScript charts, tables and last snapshots are there", async () => {
  const { page, noise, close } = await open("comparison", { javaScriptEnabled: false });
  const count = (selector) => page.locator(selector).filter({ visible: true }).count();
  assert.equal(await count("#experiment-0 svg.chart"), 5);
  assert.equal(await count("#experiment-0 .pairs img"), 6);
  assert.ok(await count("#experiment-1 .pairs svg.scatter") === 4);
  assert.equal(await count("#experiment-0 table.judged"), 1);
  assert.ok(await count("#experiment-0 table.settings") === 2);
  assert.equal(await count("[data-controls], [data-toolbar]"), 0);
  await page.click("#experiment-0 > details:last-of-type > summary");
  assert.equal(await count("#experiment-0 > details table.numbers"), 1);
  assert.deepEqual(noise, []);
  await close();
});

check("overview: without JavaScript every experiment has its verdicts and its link", async () => {
  const { page, noise, close } = await open("overview", { javaScriptEnabled: false });
  assert.equal(await page.locator(".entry h2 a").count(), 3);
  assert.equal(await page.locator(".entry .verdict-word:visible").count(), 13);
  assert.equal(await page.getAttribute(".entry h2 a", "href"), "mode-collapse/report.html");
  assert.deepEqual(noise, []);
  await close();
});

await runChecks();
