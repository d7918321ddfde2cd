import type { PortableTrial } from "../../engine/portable/try_portable.ts";
import { runTrial } from "./run_trial.ts";

/**
 * Opens the portable engine in a process of its own, and lets it multiply.
 *
 * @returns What it said of itself.
 * @throws {Error} When it fails, with the reason.
 */
export async function tryPortable(): Promise<PortableTrial> {
  const module = new URL("../../engine/portable/try_portable.ts", import.meta.url).href;
  return (await runTrial<PortableTrial>("portable", { module })).trial;
}
