// Looks with axe-core for what keeps people from using a page.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { open } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Opens a page with everything on it unfolded. Axe is brought in by the test, which the page's own policy rightly refuses. */
export async function openForAxe(name, colorScheme) {
  const opened = await open(name, { colorScheme, bypassCSP: true });
  await opened.page.$$eval("details", (all) => all.forEach((one) => one.open = true));
  await opened.page.evaluate(axe);
  return opened;
}

/** Serious faults of the page as it stands now, by all rules or by some. */
export async function listFaults(page, rules) {
  const { violations } = await page.evaluate(
    (values) =>
      globalThis.axe.run(document, {
        resultTypes: ["violations"],
        ...(values === undefined ? {} : { runOnly: { type: "rule", values } }),
      }),
    rules,
  );
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))}`);
}
