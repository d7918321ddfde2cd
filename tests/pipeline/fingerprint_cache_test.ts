import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openSealedJson, sealJson } from "../../pipeline/store/sealed_json.ts";
import type { Fingerprint } from "../../pipeline/fingerprint.ts";
import { readFingerprints } from "../../pipeline/fingerprint_cache.ts";
import { readProject } from "../../pipeline/project.ts";

const SOURCES: Readonly<Record<string, string>> = {
  "deno.json": JSON.stringify({ imports: { "a": "npm:a@1", "near/": "./src/" } }),
  "deno.lock": makeLock("1.2.0", "3.0.0"),
  "src/stage.ts": `import { twice } from "near/twice.ts";
    import { name } from "a";
    export const run = (): string => name + twice(3);`,
  "src/twice.ts": `import { FACTOR } from "./factor.ts";
    export function twice(value: number): number { return FACTOR * value; }`,
  "src/factor.ts": `export const FACTOR = 2;`,
};

function makeLock(direct: string, transitive: string): string {
  const npm = { [`a@${direct}`]: { dependencies: ["b"] }, [`b@${transitive}`]: {}, "c@1.0.0": {} };
  return JSON.stringify({ version: "5", specifiers: { "npm:a@1": direct }, npm });
}

/** A project of its own whose files a test edits between fingerprints. */
class SourceTree {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<SourceTree> {
    const tree = new SourceTree(await Deno.makeTempDir({ prefix: "fingerprint-test-" }));
    await Deno.mkdir(join(tree.#folder, "src"));
    await Promise.all(Object.entries(SOURCES).map(([name, text]) => tree.write(name, text)));
    return tree;
  }

  get cachePath(): string {
    return join(this.#folder, "fingerprints.json");
  }

  async write(name: string, text: string): Promise<void> {
    await Deno.writeTextFile(join(this.#folder, name), text);
  }

  async read(): Promise<Fingerprint> {
    const kind = {
      kind: "stage",
      module: pathToFileURL(join(this.#folder, "src/stage.ts")).href,
      outputs: {},
      resources: { threads: 1, memoryMb: 1 },
      permissions: {},
    };
    const project = await readProject(join(this.#folder, "deno.json"));
    const { stage } = await readFingerprints([kind], { project, cachePath: this.cachePath });
    return stage;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.#folder, { recursive: true });
  }
}

Deno.test("readFingerprints() follows imports through the import map, and lists sources and packages", async () => {
  await using tree = await SourceTree.open();
  const { sources, packages } = await tree.read();
  assertEquals(Object.keys(sources).sort(), ["src/factor.ts", "src/stage.ts", "src/twice.ts"]);
  assertEquals(packages, ["a@1.2.0", "b@3.0.0"]);
});

Deno.test("readFingerprints() sees an edit two imports away, and gives the first one again after it is undone", async () => {
  await using tree = await SourceTree.open();
  const before = await tree.read();
  await tree.write("src/factor.ts", "export const FACTOR = 3;");
  const edited = await tree.read();
  assertNotEquals(edited.digest, before.digest);
  await tree.write("src/factor.ts", SOURCES["src/factor.ts"]);
  assertEquals(await tree.read(), before);
});

Deno.test("readFingerprints() keeps the digest when only comments, names of locals and unused exports change", async () => {
  await using tree = await SourceTree.open();
  const before = await tree.read();
  await tree.write(
    "src/twice.ts",
    `// Another comment.
    import { FACTOR as theFactor } from "./factor.ts";
    export const unused = 1;
    export function twice(amount: number): number {
      return theFactor * amount;
    }`,
  );
  const after = await tree.read();
  assertEquals(after.digest, before.digest);
  assertNotEquals(after.sources["src/twice.ts"], before.sources["src/twice.ts"]);
});

Deno.test("readFingerprints() depends on locked versions that the stage reaches, and on no others", async () => {
  await using tree = await SourceTree.open();
  const before = await tree.read();
  await tree.write("deno.lock", makeLock("1.2.0", "3.0.0").replace("c@1.0.0", "c@2.0.0"));
  assertEquals((await tree.read()).digest, before.digest);
  await tree.write("deno.lock", makeLock("1.2.0", "3.0.1"));
  const transitive = await tree.read();
  assertNotEquals(transitive.digest, before.digest);
  assertEquals(transitive.packages, ["a@1.2.0", "b@3.0.1"]);
  await tree.write("deno.lock", makeLock("1.3.0", "3.0.0"));
  assertNotEquals((await tree.read()).digest, before.digest);
});

Deno.test("readFingerprints() takes what it remembers while no source has changed", async () => {
  await using tree = await SourceTree.open();
  await tree.read();
  const remembered = openSealedJson(await Deno.readTextFile(tree.cachePath)) as {
    kinds: { stage: { fingerprint: { digest: string } } };
  };
  remembered.kinds.stage.fingerprint.digest = "remembered";
  await Deno.writeTextFile(tree.cachePath, sealJson(remembered));
  assertEquals((await tree.read()).digest, "remembered");
});

Deno.test("readFingerprints() computes anew when what it remembers is torn", async () => {
  await using tree = await SourceTree.open();
  const before = await tree.read();
  await Deno.writeTextFile(tree.cachePath, '{"schema": 1, "kin');
  assertEquals(await tree.read(), before);
});

Deno.test("readFingerprints() computes anew when a byte of what it remembers is another", async () => {
  await using tree = await SourceTree.open();
  const before = await tree.read();
  const text = await Deno.readTextFile(tree.cachePath);
  const flipped = before.digest.replace(/.$/, (last) => last === "0" ? "1" : "0");
  await Deno.writeTextFile(tree.cachePath, text.replace(before.digest, flipped));
  assertEquals(await tree.read(), before);
});

Deno.test("readFingerprints() names the kind and the place of what it cannot read", async () => {
  await using tree = await SourceTree.open();
  await tree.write("src/stage.ts", `import { x } from "unmapped"; export const run = () => x;`);
  await assertRejects(() => tree.read(), SyntaxError, 'Cannot fingerprint "stage"');
  await assertRejects(() => tree.read(), SyntaxError, 'Cannot resolve import "unmapped"');
});
