// Opens reports in Chromium and runs checks: each script of this folder is called with FOLDER and BROWSER.
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
