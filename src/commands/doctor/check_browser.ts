import type { Check } from "./check.ts";
import { findProgram } from "./find_program.ts";

/** Names that Chromium goes by, the preferred one first. */
export const BROWSERS: readonly string[] = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "chrome",
];

/** The browser that draws figures as PNG, and that the report's tests open the page in, and Node, which drives it there. */
export function checkBrowser(): Check {
  const browser = findProgram(BROWSERS);
  const node = findProgram(["node"]);
  if (browser !== null && node !== null) return { name: "browser", status: "ok", value: browser };
  return {
    name: "browser",
    status: "warn",
    value: browser === null ? "no Chromium on PATH" : `${browser}, but no Node to drive it`,
    cure: browser === null
      ? "install chromium; charts as PNG, of --figures, and the report's tests need it"
      : "install node; only the report's tests need it",
  };
}
