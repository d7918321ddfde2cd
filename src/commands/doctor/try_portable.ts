import type { PortableTrial } from "../../engine/portable/try_portable.ts";
import { runTrial } from "./run_trial.ts";

/**
 * Opens the engine `portable` in a process of its own, and lets it multiply.
 *
 * @returns What the engine said of itself.
 * @throws {Error} When it does not open or computes wrongly, with the reason.
 */
export async function tryPortable(): Promise<PortableTrial> {
  return await runTrial<PortableTrial>({
    subject: "portable",
    script: new URL("../../engine/portable/try_portable.ts", import.meta.url),
    args: [],
    isNative: false,
    environment: {},
  });
}
