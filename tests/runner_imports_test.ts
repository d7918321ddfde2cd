import { assert, assertEquals } from "@std/assert";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname!, "..");

interface Dependency {
  readonly isDynamic?: boolean;
  /** Where it leads when it is run; an import of types has none. */
  readonly code?: { readonly specifier?: string };
}

interface ModuleGraph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly Dependency[];
  }[];
  readonly redirects: Readonly<Record<string, string>>;
}

/** Every module and package that one reaches as Deno resolves it, types left out. */
async function listReached(path: string, options: { dynamic: boolean }): Promise<Set<string>> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", path],
    cwd: root,
  }).output();
  const graph: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const modules = new Map(graph.modules.map((module) => [module.specifier, module]));
  const reached = new Set([pathToFileURL(join(root, path)).href]);
  // A set hands out what is added while it is gone through.
  for (const specifier of reached) {
    for (const { code, isDynamic } of modules.get(specifier)?.dependencies ?? []) {
      if (code?.specifier === undefined || (isDynamic && !options.dynamic)) continue;
      reached.add(graph.redirects[code.specifier] ?? code.specifier);
    }
  }
  return reached;
}

const isTensors = (specifier: string) => /^npm:\/?@tensorflow\//.test(specifier);

Deno.test("the reading of module graphs sees tfjs where it is", async () => {
  const reached = await listReached("src/stages/train_gan.ts", { dynamic: false });
  assert([...reached].some(isTensors));
});

Deno.test("the runner imports no tfjs, whatever it is asked to run or plan", async () => {
  const verbs = ["run", "plan", "evaluate"].map((verb) => `src/commands/${verb}.ts`);
  for (const path of ["src/main.ts", ...verbs]) {
    const dynamic = path !== "src/main.ts";
    const reached = await listReached(path, { dynamic });
    assert(reached.size > 20, path);
    assertEquals([...reached].filter(isTensors), [], path);
  }
});

Deno.test("a run without work loads no bundler, no report and no store of charts", async () => {
  const reached = [...await listReached("src/commands/run.ts", { dynamic: false })];
  assertEquals(reached.filter((specifier) => /esbuild|dagre|vega|arquero/.test(specifier)), []);
});
