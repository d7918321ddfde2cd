// Checks that everyone can read the page: `node report_access.mjs FOLDER BROWSER`.
import assert from "node:assert/strict";
import { listFaults, openForAxe } from "./axe.mjs";
import { check, open, runChecks } from "./harness.mjs";

/** Rules whose outcome depends on the language: that everything has a name, and the page a language that is one. */
const NAMES = [
  "aria-toggle-field-name",
  "button-name",
  "html-has-lang",
  "html-lang-valid",
  "image-alt",
  "label",
  "link-name",
  "select-name",
  "summary-name",
  "svg-img-alt",
  "valid-lang",
];

for (const name of ["images", "points", "broken"]) {
  for (const colorScheme of ["light", "dark"]) {
    check(`axe finds no serious fault in ${name}, ${colorScheme}`, async () => {
      const { page, close } = await openForAxe(name, colorScheme);
      assert.deepEqual(await listFaults(page), []);
      await close();
    });
  }
  check(`axe finds nothing in ${name} that lost its name in another language`, async () => {
    const { page, close } = await openForAxe(name, "light");
    for (const language of ["uk", "sr", "zh", "ru", "ko"]) {
      await page.selectOption("select[name=language]", language);
      assert.deepEqual(await listFaults(page, NAMES), [], language);
    }
    await close();
  });
}

check("the keyboard reaches every tool, in the order of the page", async () => {
  const { page, close } = await open("images");
  const reached = [];
  for (let at = 0; at < 14; at++) {
    await page.keyboard.press("Tab");
    reached.push(
      await page.evaluate(() =>
        document.activeElement.name || document.activeElement.textContent.trim()
      ),
    );
  }
  assert.deepEqual(reached.slice(0, 4), [
    "language",
    "theme",
    "Print as slides",
    "Corrected p values, sizes of effects, tests of ranks",
  ]);
  await close();
});

check("it prints on paper, and as slides with a section a page", async () => {
  const { page, close } = await open("images");
  const pageCount = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  const paper = await page.pdf({ format: "A4" });
  await page.evaluate(() => document.documentElement.dataset.print = "slides");
  const slides = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pageCount(slides) > pageCount(paper), `${pageCount(slides)} > ${pageCount(paper)}`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await page.isVisible("[data-controls]"), false);
  assert.equal(await page.isVisible("[data-toolbar]"), false);
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    "rgb(255, 255, 255)",
  );
  await close();
});

check("motion stops where the reader asks for less", async () => {
  const { page, close } = await open("images", { reducedMotion: "reduce" });
  const duration = await page.$eval(
    ".figure-tools",
    (one) => getComputedStyle(one).transitionDuration,
  );
  assert.equal(duration, "0s");
  await close();
});

await runChecks();
