// Checks the page's tools: `node report_tools.mjs FOLDER BROWSER`.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { check, open, runChecks } from "./harness.mjs";

/** Clicks and gives the file that this downloads. */
async function download(page, selector) {
  const waiting = page.waitForEvent("download");
  await page.locator(selector).first().click({ force: true });
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

check(
  "each language rewrites words, numbers and attributes, and English comes back as it was",
  async () => {
    const { page, noise, close } = await open("images");
    const english = await page.innerText("body");
    const marks = {
      uk: ["Зразки", "1500 кроків|1 500 кроків"],
      sr: ["Узорци", "1.500 корака"],
      zh: ["样本", "各 1,500 步"],
      ru: ["Образцы", "по 1500 шагов|по 1 500 шагов"],
      ko: ["샘플", "각 1,500 스텝"],
    };
    for (const [language, [title, steps]] of Object.entries(marks)) {
      await page.selectOption("select[name=language]", language);
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.equal(await page.innerText("#samples h2"), title);
      const facts = (await page.innerText(".facts")).replace(/[\u00a0\u202f]/g, " ");
      assert.match(facts, new RegExp(steps));
      const label = await page.getAttribute("#losses-0", "aria-label");
      assert.doesNotMatch(label, /against steps/);
      // Without the names of stages, variants and programs, no word of English is left in these.
      for (const section of ["diagnosis", "selection", "published", "histogram"]) {
        const text = await page.innerText(`#${section} h2`);
        assert.doesNotMatch(text, /[A-Za-z]/, `${section} in ${language}`);
      }
      assert.doesNotMatch(await page.innerText(".diagnoses thead"), /[A-Za-z]/);
      assert.doesNotMatch(await page.textContent("#graph .node-cached .state tspan"), /[A-Za-z]/);
    }
    await page.selectOption("select[name=language]", "en");
    assert.equal(await page.innerText("body"), english);
    assert.deepEqual(noise, []);
    await close();
  },
);

check("colours follow the system until one is chosen", async () => {
  const { page, close } = await open("images", { colorScheme: "dark" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await paper(), "rgb(19, 20, 22)");
  await page.selectOption("select[name=theme]", "light");
  assert.equal(await paper(), "rgb(253, 253, 251)");
  await page.reload();
  assert.equal(await paper(), "rgb(253, 253, 251)");
  await page.selectOption("select[name=theme]", "auto");
  assert.equal(await paper(), "rgb(19, 20, 22)");
  await close();
});

check("a table sorts by a column, both ways, and the real data stays last", async () => {
  const { page, close } = await open("images");
  const names = () =>
    page.$$eval("#numbers > .wide tbody th", (all) => all.map((one) => one.innerText.trim()));
  const sort = page.locator("#numbers > .wide thead th:nth-child(3) .sort");
  await sort.focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(), ["dcgan", "minibatch-discrimination", "vanilla", "Real data"]);
  await sort.click();
  assert.deepEqual(await names(), ["vanilla", "minibatch-discrimination", "dcgan", "Real data"]);
  const sorted = await page.getAttribute("#numbers > .wide thead th:nth-child(3)", "aria-sort");
  assert.equal(sorted, "descending");
  await close();
});

check("a table is copied as CSV with full values, as Markdown and as LaTeX", async () => {
  const { page, context, close } = await open("images");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copy = async (format) => {
    await page.click(`#numbers .table-tools >> nth=0 >> text=${format}`);
    await page.waitForFunction(() =>
      document.querySelector("#numbers .table-tools").innerText.includes("✓")
    );
    return await page.evaluate(() => navigator.clipboard.readText());
  };
  const csv = (await copy("CSV")).trim().split("\n");
  assert.match(csv[0], /^variant,n,Fréchet distance ↓ 10k samples,.* low,.* high/);
  assert.match(csv[1], /^vanilla,3,\d+\.\d{6,},/);
  assert.equal(new Set(csv.slice(1).map((line) => line.split(",").length)).size, 1);
  const details = page.locator(".verdicts details").first();
  await details.locator("summary").click();
  await details.locator("text=CSV").click();
  await page.waitForFunction(() =>
    document.querySelector(".verdicts details .table-tools").innerText.includes("✓")
  );
  const [head, first] = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  assert.match(head, /interval widened by it low,interval widened by it high/);
  assert.match(first, /larger in .* of .*tie/);
  assert.match(await copy("Markdown"), /^\| variant \| n \| .*\n\| --- \| ---: /);
  assert.match(await copy("Markdown"), /\n\| dcgan \| 2 1 diverged \| /);
  assert.match(await copy("LaTeX"), /\\begin\{tabular\}\{lrrrrrr\}[\s\S]*\\bottomrule/);
  await close();
});

check("a run that diverged has no values, in copies or for sorting", async () => {
  const { page, context, close } = await open("images");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const runs = page.locator("#numbers details").last();
  await runs.locator("summary").click();
  await runs.locator("thead th:nth-child(3) .sort").click();
  assert.match(await runs.locator("tbody tr").last().innerText(), /diverged/);
  await runs.locator("text=CSV").click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("#numbers details .table-tools")].at(-1).innerText.includes("✓")
  );
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\n");
  const diverged = lines.filter((line) => line.includes("diverged"));
  assert.match(diverged[0], /^dcgan,2,".*diverged.* at step 1,118",,/);
  assert.equal(
    new Set(lines.map((line) => line.replace(/"[^"]*"/g, "").split(",").length)).size,
    1,
  );
  await close();
});

check("a picture is enlarged, follows the arrow keys, and Escape closes it", async () => {
  const { page, noise, close } = await open("images");
  await page.click("#samples figure:nth-of-type(2) img:visible");
  assert.match(await page.innerText("dialog"), /dcgan[\s\S]*step 1,500/);
  await page.keyboard.press("ArrowLeft");
  assert.match(await page.innerText("dialog"), /step 1,250/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(noise, []);
  await close();
});

check("a chart reads out the numbers under the pointer", async () => {
  const { page, close } = await open("images");
  await page.locator("#losses-0").scrollIntoViewIfNeeded();
  const box = await page.locator("#losses-0").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  assert.match(await page.innerText(".readout"), /step\s+6\d\d\s+discriminator\s+[\d.]+ \[/);
  await page.mouse.move(2, 2);
  assert.equal(await page.isVisible(".readout"), false);
  await close();
});

check("a chart is saved as SVG without the page's variables, and as PNG", async () => {
  const { page, noise, close } = await open("images");
  await page.hover("#training figure >> nth=0");
  const svg = await download(page, "#training .figure-tools >> text=SVG");
  assert.equal(svg.name, "losses-0.svg");
  assert.match(svg.bytes.toString(), /^<svg [^>]*xmlns=/);
  assert.doesNotMatch(svg.bytes.toString(), /var\(|class="cursor/);
  const png = await download(page, "#training .figure-tools >> text=PNG");
  assert.equal(png.bytes.readUInt32BE(16), 3 * 392);
  assert.deepEqual(noise, []);
  await close();
});

for (const name of ["images", "points"]) {
  check(`samples of ${name} are saved as a picture and as an animation of every step`, async () => {
    const { page, noise, close } = await open(name);
    const picture = await download(page, "[data-save=picture]");
    assert.equal(picture.bytes.subarray(1, 4).toString(), "PNG");
    const animation = await download(page, "[data-save=animation]");
    const at = animation.bytes.indexOf("acTL");
    assert.equal(animation.bytes.readUInt32BE(at + 4), 6);
    assert.equal(animation.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(16));
    assert.deepEqual(noise, []);
    // The browser itself decodes the animation: an image of the right size.
    const width = await page.evaluate(async (bytes) => {
      const picture = new Image();
      picture.src = `data:image/apng;base64,${bytes}`;
      await picture.decode();
      return picture.naturalWidth;
    }, animation.bytes.toString("base64"));
    assert.equal(width, picture.bytes.readUInt32BE(16));
    await close();
  });
}

await runChecks();
