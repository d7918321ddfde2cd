/**
 * `deno task check`: format, lint, types, layering, documentation. Runs all, and fails if one did.
 */
import { join, resolve } from "node:path";
import { listSources } from "./list_sources.ts";

const root = resolve(import.meta.dirname!, "..");
const sources = await listSources(root);
const withExamples: string[] = [];
for (const path of sources) {
  if ((await Deno.readTextFile(join(root, path))).includes("@example")) withExamples.push(path);
}

const checks: Record<string, string[]> = {
  "format": ["fmt", "--check", "--quiet"],
  "lint": ["lint", "--quiet"],
  "types": ["check", "--quiet", "."],
  "layering": ["test", "-A", "--quiet", "tests/layers_test.ts"],
  "documentation": ["test", "-A", "--quiet", "tests/docs_test.ts"],
  // Examples see the file's other exports as unused locals, which the type check has already judged.
  "examples": ["test", "--doc", "-A", "--no-check", "--quiet", ...withExamples],
};

let failed = 0;
for (const [name, args] of Object.entries(checks)) {
  const startedAt = performance.now();
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${success ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (!success) {
    failed++;
    console.log(new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr));
  }
}
Deno.exit(failed === 0 ? 0 : 1);
