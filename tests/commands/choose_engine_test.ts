import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { dirname, join } from "node:path";
import { EnvironmentError } from "../../pipeline/mod.ts";
import { chooseEngine } from "../../src/commands/choose_engine.ts";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";

const library = await ensureLibrary(() => {});
const root = await Deno.makeTempDir();

/** No Python on PATH, nothing in the cache. */
const BARE = { PATH: root, ASSAY_CACHE: join(root, "cache"), ASSAY_LIBTENSORFLOW: undefined };

/** Chooses with environment variables set, and puts them back; tells what was chosen and said. */
async function choose(
  asked: Parameters<typeof chooseEngine>[0],
  variables: Record<string, string | undefined>,
  platform?: string,
) {
  const set = (values: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    }
  };
  const before = Object.fromEntries(
    Object.keys(variables).map((name) => [name, Deno.env.get(name)]),
  );
  const said: string[] = [];
  try {
    set(variables);
    return { chosen: await chooseEngine(asked, (line) => void said.push(line), platform), said };
  } finally {
    set(before);
  }
}

async function makeBrokenLibrary(folder: string): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  for (const name of ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"]) {
    await Deno.writeTextFile(join(folder, name), "built for another system");
  }
  return join(folder, "libtensorflow_cc.so.2");
}

Deno.test("chooseEngine() takes tensorflow where its library loads, and says nothing", async () => {
  const { chosen, said } = await choose("auto", { ASSAY_LIBTENSORFLOW: library });
  assertEquals(chosen, { engine: "tensorflow", library, environment: {} });
  assertEquals(said, []);
});

Deno.test("chooseEngine() takes portable without Python, and says why and what helps in one line", async () => {
  const { chosen, said } = await choose("auto", BARE);
  assertEquals(chosen, { engine: "portable", environment: {} });
  assertEquals(said.length, 1);
  assertMatch(
    said[0],
    /^Engine "portable", .*"python3" cannot be started.* Install Python 3 with pip, or point ASSAY_LIBTENSORFLOW at .*$/,
  );
});

Deno.test("chooseEngine() takes portable on a platform without a wheel", async () => {
  const { chosen, said } = await choose("auto", BARE, "windows-x86_64");
  assertEquals(chosen, { engine: "portable", environment: {} });
  assertEquals(said.length, 1);
  assertMatch(said[0], /"windows-x86_64": .*[Pp]oint ASSAY_LIBTENSORFLOW at/);
});

Deno.test("chooseEngine() takes portable where the library of the Python on PATH does not load", async () => {
  const site = join(root, "site");
  await makeBrokenLibrary(join(site, "tensorflow"));
  await Deno.writeTextFile(join(site, "tensorflow", "__init__.py"), "");
  const environment = { ...BARE, PATH: Deno.env.get("PATH"), PYTHONPATH: site };
  const { chosen, said } = await choose("auto", environment);
  assertEquals(chosen, { engine: "portable", environment: {} });
  assertEquals(said.length, 1);
  assertMatch(said[0], /Cannot load the library ".*framework.*point ASSAY_LIBTENSORFLOW at/);
});

Deno.test("chooseEngine() passes over no library that ASSAY_LIBTENSORFLOW names", async () => {
  const broken = await makeBrokenLibrary(join(root, "own"));
  for (const named of [broken, dirname(broken), "/nowhere"]) {
    await assertRejects(
      () => choose("auto", { ASSAY_LIBTENSORFLOW: named }),
      EnvironmentError,
      named === "/nowhere"
        ? `Cannot use ASSAY_LIBTENSORFLOW="/nowhere"`
        : "Cannot load the library",
    );
  }
});

Deno.test("chooseEngine() gives what is asked for by name, or fails", async () => {
  const { chosen, said } = await choose("portable", { ASSAY_LIBTENSORFLOW: "/nowhere" });
  assertEquals(chosen, { engine: "portable", environment: {} });
  assertEquals(said, []);
  const eager = await choose("tensorflow-eager", { ASSAY_LIBTENSORFLOW: library });
  assertEquals(eager.chosen, { engine: "tensorflow-eager", library, environment: {} });
  await assertRejects(() => choose("tensorflow", BARE), EnvironmentError, "python3");
});
