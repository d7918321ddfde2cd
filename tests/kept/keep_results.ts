/**
 * `deno task results:keep VIEW_FOLDER…`: keeps the summaries of published experiments, and pictures of their reports, under
 * `docs/results/`, and writes the tables of its README anew.
 */
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "../../src/commands/doctor/check_browser.ts";
import { findProgram } from "../../src/commands/doctor/find_program.ts";
import { takePicture } from "../../src/commands/take_picture.ts";
import { REPORT_PICTURE } from "../../src/commands/write_figures.ts";
import { makeResultsDoc } from "./make_results_doc.ts";

const KEPT = fileURLToPath(new URL("../../docs/results/", import.meta.url));

const browser = findProgram(BROWSERS);
if (browser === null) {
  console.error("Cannot take pictures of reports: Chromium is wanted on PATH");
  Deno.exit(3);
}
for (const folder of Deno.args.map((path) => resolve(path))) {
  const kept = join(KEPT, basename(folder));
  await Deno.mkdir(kept, { recursive: true });
  await Deno.copyFile(join(folder, "summary.json"), join(kept, "summary.json"));
  const picture = await takePicture(join(folder, "report.html"), { browser, ...REPORT_PICTURE });
  await Deno.writeFile(join(kept, "report.png"), picture);
}
const readme = join(KEPT, "README.md");
const text = await Deno.readTextFile(readme);
const read = (name: string) => JSON.parse(Deno.readTextFileSync(join(KEPT, name, "summary.json")));
await Deno.writeTextFile(readme, makeResultsDoc(text, read));
