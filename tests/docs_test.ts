import { assertEquals, assertGreater } from "@std/assert";
import { join, resolve } from "node:path";
import { listSources } from "./list_sources.ts";

/** What `deno doc --json` says of a module. */
interface ModuleDoc {
  readonly symbols: {
    readonly name: string;
    readonly declarations: {
      readonly declarationKind: string;
      /** `reference` for a name that a door passes on. */
      readonly kind: string;
      readonly jsDoc?: { readonly doc?: string };
    }[];
  }[];
}

Deno.test("every exported name of the sources has a doc comment", async () => {
  const root = resolve(import.meta.dirname!, "..");
  const sources = (await listSources(root)).filter((path) => !path.startsWith("deps/"));
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", ...sources.map((path) => join(root, path))],
    stderr: "null",
  }).output();
  const { nodes }: { nodes: Record<string, ModuleDoc> } = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  const bare: string[] = [];
  let documented = 0;
  for (const [module, { symbols }] of Object.entries(nodes)) {
    for (const { name, declarations } of symbols) {
      const isExported = declarations.some(({ declarationKind, kind }) =>
        declarationKind === "export" && kind !== "reference"
      );
      if (!isExported || name === "default") continue;
      if (declarations.some(({ jsDoc }) => jsDoc?.doc)) documented++;
      else bare.push(`${module.split("/").slice(-2).join("/")}: ${name}`);
    }
  }
  assertGreater(documented, 300);
  assertEquals(bare, []);
});
