// Opens reports in Chromium and runs checks: each script of this folder is called with FOLDER and BROWSER.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [folder, executablePath] = process.argv.slice(2);
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const browser = await chromium.launch({ executablePath, args: QUIET });
const checks = [];

/** Registers a check. */
export const check = (name, run) => checks.push({ name, run });

/** Opens a report and gathers every request and console message. */
export async function open(name, { width = 1280, bypassCSP = false, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    bypassCSP,
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const noise = [];
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !/^(data|blob):/.test(url)) noise.push(`request: ${url}`);
  });
  await page.goto(address);
  return { page, noise, context, close: () => context.close() };
}

/** Registers for each page: no request, nothing on the console, and nothing wider than the window, unfolded, in both colours. */
export function checkFrames(names) {
  for (const name of names) {
    check(`${name}: no request, no console message, nothing wider than the page`, async () => {
      for (const width of [360, 768, 1280, 1920]) {
        for (const colorScheme of ["light", "dark"]) {
          const { page, noise, close } = await open(name, { width, colorScheme });
          for (const details of await page.$$("details")) {
            await details.evaluate((element) => element.open = true);
          }
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${name} at ${width} px is ${wide} px wide`);
          assert.deepEqual(noise, []);
          await close();
        }
      }
    });
  }
}

/** Runs what was registered; the exit code says whether all held. */
export async function runChecks() {
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      await run();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed++;
      console.log(`failed  ${name}\n${error.stack}`);
    }
  }
  await browser.close();
  process.exitCode = failed > 0 ? 1 : 0;
}
