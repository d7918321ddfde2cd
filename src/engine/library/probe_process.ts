/**
 * The process that loads libtensorflow to see whether it loads: `probe_process.ts PATH`. Its error is one line.
 *
 * @module
 */
import { openLibrary } from "../tensorflow/c_api.ts";

try {
  openLibrary(Deno.args[0]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
