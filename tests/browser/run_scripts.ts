import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "../../src/commands/doctor/check_browser.ts";
import { findProgram } from "../../src/commands/doctor/find_program.ts";

const browser = findProgram(BROWSERS);
const node = findProgram(["node"]);

/** What a browser test lacks on this machine; empty where it can run. */
export const MISSING: readonly string[] = [
  ...(browser ? [] : ["Chromium"]),
  ...(node ? [] : ["Node"]),
];

if (MISSING.length > 0) {
  console.log(`Pages are not tested in a browser: no ${MISSING.join(" and no ")} on PATH`);
}

/**
 * Writes pages into a folder and runs scripts of this folder over them, each as `node SCRIPT FOLDER BROWSER`.
 *
 * @param pages Documents by name.
 * @param scripts Names of the scripts.
 * @returns What the scripts printed.
 */
export async function runScripts(
  pages: Readonly<Record<string, string>>,
  scripts: readonly string[],
): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, html] of Object.entries(pages)) {
      await Deno.writeTextFile(join(folder, `${name}.html`), html);
    }
    let printed = "";
    for (const name of scripts) {
      const script = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
      const { code, stdout, stderr } = await new Deno.Command(node!, {
        args: [script, folder, browser!],
      }).output();
      const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
      assertEquals(code, 0, text);
      printed += text;
    }
    return printed;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
