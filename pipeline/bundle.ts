import type { Plugin } from "esbuild";
import { join } from "node:path";
import { type Project, resolveImport } from "./project.ts";

/** Code that a module reaches, in a form that only its meaning decides. */
export interface NormalBundle {
  /** `run` and all that it reaches, tree-shaken and minified; packages stay imports. */
  readonly code: string;
  /** Paths of all files that were read. */
  readonly files: readonly string[];
  /** Package specifiers that the remaining code imports, sorted. */
  readonly packages: readonly string[];
}

const ENTRY = "<stage>";
/** What names are made of, roughly from common to rare in code, which keeps the text small that fixes this order. */
const NAME_CHARACTERS = "etrnaoisclpdumfhgybvxwkj_zqSCTEDAOMNPFILRBVHUWGKJYXZQ0123456789$";

/**
 * Bundles a stage module so that comments, formatting, types, names of locals and unused exports leave no
 * trace, and any change in a function that it reaches does.
 *
 * A module that is imported by a computed name, or by `new URL(…, import.meta.url)`, is not seen.
 *
 * @param module File URL of the module; it exports `run`.
 * @param project Holds the import map; what it maps to files counts as local code.
 * @returns The code and what it was made of.
 * @throws {Error} If a file is missing or does not parse; the message has the place.
 */
export async function makeNormalBundle(module: string, project: Project): Promise<NormalBundle> {
  const esbuild = await import("esbuild");
  const result = await esbuild.build({
    stdin: { contents: `export { run } from ${JSON.stringify(module)};`, sourcefile: ENTRY },
    absWorkingDir: project.root,
    bundle: true,
    write: false,
    metafile: true,
    outdir: project.root,
    format: "esm",
    platform: "neutral",
    target: "esnext",
    charset: "utf8",
    minify: true,
    treeShaking: true,
    legalComments: "none",
    sourcemap: false,
    tsconfigRaw: "{}",
    logLevel: "silent",
    plugins: [makeImportPlugin(project)],
  });
  const [output] = Object.values(result.metafile.outputs);
  return {
    code: await renameCanonically(result.outputFiles[0].text),
    files: Object.keys(result.metafile.inputs)
      .filter((path) => path !== ENTRY)
      .map((path) => join(project.root, path))
      .sort(),
    packages: [...new Set(output.imports.map((imported) => imported.path))].sort(),
  };
}

/** Ends esbuild's process, which would keep this one alive. */
export async function stopBundler(): Promise<void> {
  const esbuild = await import("esbuild");
  await esbuild.stop();
}

function makeImportPlugin(project: Project): Plugin {
  return {
    name: "imports as Deno resolves them",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer }) => {
        const target = resolveImport(project, path, importer);
        return "path" in target ? { path: target.path } : { path: target.external, external: true };
      });
    },
  };
}

/**
 * Gives locals names that do not depend on the names they had.
 *
 * esbuild hands out short names in the order of how often each character occurs in the source, to
 * help gzip, and declarations and types are counted in: a renamed local can change every name. A
 * text in which the characters' frequencies are further apart than the code can make them fixes the
 * order. It is an unused expression, so none of it reaches the output.
 */
async function renameCanonically(code: string): Promise<string> {
  const esbuild = await import("esbuild");
  const result = await esbuild.transform(`${code}\n0,"${makeBallast(code)}";`, {
    format: "esm",
    target: "esnext",
    charset: "utf8",
    minify: true,
    treeShaking: true,
    legalComments: "none",
    sourcemap: false,
    tsconfigRaw: "{}",
  });
  return result.code;
}

/**
 * Each character more often than all that come after it in {@linkcode NAME_CHARACTERS}, in the code
 * and here, whichever of the code's own esbuild leaves out of its count.
 */
function makeBallast(code: string): string {
  const counts = new Uint32Array(128);
  for (let index = 0; index < code.length; index++) {
    const unit = code.charCodeAt(index);
    if (unit < 128) counts[unit]++;
  }
  let most = 0;
  const runs = [...NAME_CHARACTERS].reverse().map((character) => {
    const own = most + 1;
    most = own + counts[character.charCodeAt(0)];
    return character.repeat(own);
  });
  return runs.join("");
}
