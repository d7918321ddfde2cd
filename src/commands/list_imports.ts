import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECT_ROOT } from "./places.ts";

/**
 * Lists the files that a module reaches, itself among them, but for packages.
 *
 * @param path Its path.
 * @returns Absolute paths; none where it cannot be read.
 */
export async function listImports(path: string): Promise<string[]> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", `--config=${join(PROJECT_ROOT, "deno.json")}`, path],
    stderr: "null",
  }).output();
  if (!success) return [];
  const { modules }: { modules: readonly { readonly specifier: string }[] } = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  return modules.map(({ specifier }) => specifier)
    .filter((specifier) => specifier.startsWith("file:"))
    .map((specifier) => fileURLToPath(specifier))
    .filter((file) => !file.includes("/node_modules/"));
}
