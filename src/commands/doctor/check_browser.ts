import type { Check } from "./check.ts";
import { findProgram } from "./find_program.ts";

/** Names that Chromium goes by, the preferred one first. */
export const BROWSERS: readonly string[] = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "chrome",
];

/** The browser that the report's tests open the page in, and Node, which drives it. */
export function checkBrowser(): Check {
  const browser = findProgram(BROWSERS);
  const node = findProgram(["node"]);
  if (browser !== null && node !== null) return { name: "browser", status: "ok", value: browser };
  return {
    name: "browser",
    status: "warn",
    value: browser === null ? "no Chromium on PATH" : `${browser}, but no Node to drive it`,
    cure: `install ${browser === null ? "chromium" : "node"}; only the report's tests need it`,
  };
}
