import { digestFile } from "./digest.ts";
import { EnvironmentError } from "./environment_error.ts";
import type { StageNode } from "./stage.ts";

/**
 * Checks the pinned files of stages: that they are there and hold what was pinned.
 *
 * @param stages The stages.
 * @throws {EnvironmentError} Naming the file, what it holds and what is wanted.
 */
export async function verifyFiles(stages: readonly StageNode[]): Promise<void> {
  const verified = new Set<string>();
  for (const stage of stages) {
    for (const [name, { path, digest }] of Object.entries(stage.files ?? {})) {
      if (verified.has(`${digest} ${path}`)) continue;
      verified.add(`${digest} ${path}`);
      const found = await digestFile(path).catch((error: Error) => {
        throw new EnvironmentError(
          `Cannot read "${path}" (${name} of "${stage.id}"): ${error.message}. Install the packages again`,
          { cause: error },
        );
      });
      if (found.digest !== digest) {
        throw new EnvironmentError(
          `Cannot use "${path}" (${name} of "${stage.id}"): its ${found.sizeBytes} bytes have the SHA-256 ` +
            `${found.digest}, ${digest} is wanted. Delete node_modules and install the packages again`,
        );
      }
    }
  }
}
