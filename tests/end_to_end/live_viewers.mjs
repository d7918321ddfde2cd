// Two browsers that watch a run: `node live_viewers.mjs URL REPORT BROWSER`. It says what both have seen, and compares the end.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PATIENCE = { timeout: 240_000 };
const [url, report, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

const noise = [];
const open = async (address, options = {}) => {
  const page = await (await browser.newContext(options)).newPage();
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("request", (request) => {
    const own = request.url().startsWith(new URL("/", address).href);
    if (!own && !/^(data|blob|file):/.test(request.url())) noise.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return page;
};
const pages = [
  await open(url, { viewport: { width: 1280, height: 800 } }),
  await open(url, { viewport: { width: 360, height: 800 }, colorScheme: "dark" }),
];
// Axe is brought in by the test, which the page's own policy rightly refuses.
const examined = await open(url, { bypassCSP: true });
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const all = (wait) => Promise.all(pages.map(wait));

await examined.waitForSelector("#live svg.chart", PATIENCE);
await all(async (page) => {
  await page.waitForSelector("#live[data-phase=running]", PATIENCE);
  await page.waitForSelector(".live-stages progress[value]", PATIENCE);
  await page.waitForSelector("#live svg.chart", PATIENCE);
  const summary = await page.textContent("[data-part=summary]");
  assert.match(summary, /^Running: 0 of 4 runs finished\.$/);
  assert.match(await page.textContent("h1"), /Does it run\?/);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= page.viewportSize().width, `the page is ${width} px wide`);
});
assert.deepEqual(noise, []);
console.log("a training is seen");

await all(async (page) => {
  await page.waitForSelector("#live[data-connection=lost]", PATIENCE);
  assert.match(await page.textContent(".live-lost"), /connection is lost/);
  assert.equal(await page.locator(".live-stages li").count() > 0, true, "it keeps what it shows");
});
console.log("the loss is seen");
await examined.waitForSelector("#live[data-connection=lost]", PATIENCE);
await examined.evaluate(axe);
for (const colorScheme of ["light", "dark"]) {
  await examined.emulateMedia({ colorScheme });
  const { violations } = await examined.evaluate(() => globalThis.axe.run(document));
  const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`), []);
}
await examined.context().close();
// What a browser says of a server that does not answer is no fault of the page.
noise.length = 0;

await all((page) =>
  page.waitForSelector("#live[data-phase=running]:not([data-connection])", PATIENCE)
);
await pages[0].waitForSelector("main section#run", PATIENCE);
await all(async (page) => {
  await page.waitForSelector("#live[data-phase=complete]", PATIENCE);
  const digest = () => document.querySelector("#live").dataset.report.startsWith("part");
  await page.waitForFunction(`!(${digest})()`, null, PATIENCE);
});
// The last report is fetched after it was told of.
await new Promise((resolve) => setTimeout(resolve, 1500));
const read = (page) =>
  page.evaluate(() => [
    document.title,
    ...[...document.body.children].filter(({ id }) => id !== "live")
      .map((element) => element.outerHTML),
  ]);
const final = await read(await open(pathToFileURL(report).href));
for (const page of pages) assert.deepEqual(await read(page), final);
assert.ok(final.join("").includes('section id="training"'));
assert.deepEqual(
  noise.filter((line) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/.test(line)),
  [],
);
await browser.close();
