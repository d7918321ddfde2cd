import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { join } from "node:path";
import { findCacheFolder } from "../../../src/engine/library/cache_folder.ts";
import { findLibrary, wheelFolder } from "../../../src/engine/library/find_library.ts";
import { findWheel, WHEELS } from "../../../src/engine/library/wheels.ts";

/** Runs `body` with environment variables set, and puts them back. */
async function withEnvironment(
  variables: Record<string, string | undefined>,
  body: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(variables).map((name) => [name, Deno.env.get(name)] as const);
  const apply = (name: string, value: string | undefined) =>
    value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
  try {
    for (const [name, value] of Object.entries(variables)) apply(name, value);
    await body();
  } finally {
    for (const [name, value] of before) apply(name, value);
  }
}

/** A file that only bears the library's name: finding looks at names. */
async function makeLibrary(folder: string): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  const path = join(folder, "libtensorflow_cc.so.2");
  await Deno.writeTextFile(path, "");
  return path;
}

const wheel = WHEELS["linux-x86_64"];

Deno.test("findLibrary() prefers ASSAY_LIBTENSORFLOW, then the cache, then the Python on PATH", async () => {
  const root = await Deno.realPath(await Deno.makeTempDir());
  // A package that Python finds, and that would fail if it were imported.
  const site = join(root, "site");
  await makeLibrary(join(site, "tensorflow"));
  await Deno.writeTextFile(join(site, "tensorflow", "__init__.py"), "raise SystemExit('imported')");
  const base = {
    ASSAY_CACHE: join(root, "cache"),
    PYTHONPATH: site,
    ASSAY_LIBTENSORFLOW: undefined,
  };

  await withEnvironment(base, async () => {
    const installed = join(site, "tensorflow", "libtensorflow_cc.so.2");
    assertEquals(await findLibrary(wheel), { path: installed, source: "python" });
    const cached = await makeLibrary(wheelFolder(wheel));
    assertEquals(await findLibrary(wheel), { path: cached, source: "cache" });
  });
  const own = await makeLibrary(join(root, "own"));
  for (const named of [own, join(root, "own")]) {
    await withEnvironment({ ...base, ASSAY_LIBTENSORFLOW: named }, async () => {
      assertEquals(await findLibrary(wheel), { path: own, source: "ASSAY_LIBTENSORFLOW" });
    });
  }
  await Deno.remove(root, { recursive: true });
});

Deno.test("findLibrary() refuses an ASSAY_LIBTENSORFLOW that is no library", async () => {
  await withEnvironment({ ASSAY_LIBTENSORFLOW: "/nowhere" }, async () => {
    await assertRejects(
      () => findLibrary(wheel),
      Error,
      `Cannot use ASSAY_LIBTENSORFLOW="/nowhere"`,
    );
  });
});

Deno.test("findWheel() lists the platforms that it knows", () => {
  const known = "linux-x86_64, linux-aarch64, darwin-aarch64";
  assertThrows(() => findWheel("windows-x86_64"), RangeError, known);
});

Deno.test("findCacheFolder() follows ASSAY_CACHE, XDG_CACHE_HOME and the system's habit", () => {
  const environment: Record<string, string> = { HOME: "/home/a" };
  const find = (os: string) => findCacheFolder((name) => environment[name], os);
  assertEquals(find("linux"), "/home/a/.cache/assay");
  assertEquals(find("darwin"), "/home/a/Library/Caches/assay");
  environment.XDG_CACHE_HOME = "/cache";
  assertEquals(find("linux"), "/cache/assay");
  environment.ASSAY_CACHE = "/own";
  assertEquals(find("linux"), "/own");
  assertThrows(() => findCacheFolder(() => undefined, "linux"), Error, "Set ASSAY_CACHE");
});
