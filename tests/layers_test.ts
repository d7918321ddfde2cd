import { assertEquals } from "@std/assert";
import { dirname, join, relative, resolve } from "node:path";
import { listSources } from "./list_sources.ts";

const root = resolve(import.meta.dirname!, "..");

/** A module with what it imports: project paths such as `src/engine/random.ts`, or package names. */
interface Module {
  readonly path: string;
  readonly imports: readonly string[];
}

const modules: Module[] = await Promise.all(
  (await listSources(root)).map(async (path) => ({
    path,
    imports: parseImports(await Deno.readTextFile(join(root, path)), path),
  })),
);

function parseImports(source: string, path: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "");
  const specifiers = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;]*?from\s*"([^"]+)"|import\s*\(?\s*"([^"]+)"/g,
  );
  return [...specifiers].map((match) => match[1] ?? match[2]).map((specifier) =>
    specifier.startsWith(".")
      ? relative(root, join(root, dirname(path), specifier)).replaceAll("\\", "/")
      : specifier
  );
}

/** Lines `importer -> imported` where a module of `folders` imports something that `isForbidden`. */
function findForbidden(
  folders: readonly string[],
  isForbidden: (imported: string) => boolean,
): string[] {
  return modules
    .filter(({ path }) => folders.some((folder) => path.startsWith(folder)))
    .flatMap(({ path, imports }) =>
      imports.filter(isForbidden).map((imported) => `${path} -> ${imported}`)
    );
}

const isTensors = (imported: string) => imported.startsWith("@tensorflow/");

Deno.test("the layering test reads the sources and finds their imports", () => {
  const engine = modules.find(({ path }) => path === "src/engine/tensorflow/captured_step.ts")!;
  assertEquals(engine.imports.includes("@tensorflow/tfjs"), true);
  assertEquals(engine.imports.includes("src/engine/tensorflow/binding.ts"), true);
});

Deno.test("pipeline/ imports nothing of src/", () => {
  assertEquals(findForbidden(["pipeline/"], (imported) => imported.startsWith("src/")), []);
});

Deno.test("metrics, statistics, diagnosis, report, formats, datasets, experiment and commands import no tensors", () => {
  const folders = [
    "metrics",
    "statistics",
    "diagnosis",
    "report",
    "formats",
    "datasets",
    "experiment",
    "commands",
  ];
  assertEquals(findForbidden(folders.map((folder) => `src/${folder}/`), isTensors), []);
});

Deno.test("training never imports metrics", () => {
  assertEquals(
    findForbidden(["src/training/"], (imported) => imported.startsWith("src/metrics/")),
    [],
  );
});

Deno.test("networks and objectives import no engine, only its random numbers", () => {
  const isEngine = (imported: string) =>
    imported.startsWith("src/engine/") && imported !== "src/engine/random.ts";
  assertEquals(findForbidden(["src/networks/", "src/objectives/"], isEngine), []);
});

Deno.test("only main, commands and stages import both pipeline and laboratory", () => {
  const meeting = ["src/main.ts", "src/commands/", "src/stages/"];
  const strangers = modules
    .filter(({ path }) =>
      path.startsWith("src/") && !meeting.some((place) => path.startsWith(place))
    )
    .flatMap(({ path, imports }) =>
      imports.filter((imported) => imported.startsWith("pipeline/")).map((imported) =>
        `${path} -> ${imported}`
      )
    );
  assertEquals(strangers, []);
});

Deno.test("a report reads no store: src/report imports no pipeline, engine or stage", () => {
  const isForbidden = (imported: string) =>
    /^(pipeline|src\/(engine|stages|training))\//.test(imported);
  assertEquals(findForbidden(["src/report/"], isForbidden), []);
});

Deno.test("no import leads in a circle", () => {
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const finished = new Set<string>();
  function findCycle(path: string, trail: readonly string[]): string | undefined {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(" -> ");
    if (finished.has(path)) return undefined;
    for (const imported of importsOf.get(path) ?? []) {
      const cycle = findCycle(imported, [...trail, path]);
      if (cycle !== undefined) return cycle;
    }
    finished.add(path);
    return undefined;
  }
  assertEquals(
    modules.map(({ path }) => findCycle(path, [])).filter((cycle) => cycle !== undefined),
    [],
  );
});

Deno.test("no source file is over 400 lines", async () => {
  const long = await Promise.all(modules.map(async ({ path }) => {
    const lines = (await Deno.readTextFile(join(root, path))).split("\n").length - 1;
    return lines > 400 ? [`${path}: ${lines}`] : [];
  }));
  assertEquals(long.flat(), []);
});
