import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * Reads Vega and its interpreter, which needs no code of its own making, as one script for a page: it leaves `vega` and
 * `vegaInterpreter` behind.
 *
 * @returns The script.
 * @throws {Error} If the interpreter is built in another way than this one.
 */
export async function readVega(): Promise<string> {
  const read = (name: string, file: string) =>
    Deno.readTextFile(join(dirname(require.resolve(name)), file));
  const vega = await read("vega", "vega.min.js");
  const interpreter = await read("vega-interpreter", "vega-interpreter.js");
  const parts =
    /^import (\{[^}]+\}) from 'vega-util';([\s\S]+)export \{ (\w+) as expressionInterpreter \};/
      .exec(interpreter);
  if (parts === null) {
    throw new Error(
      "Cannot read the package vega-interpreter: it is not one import of vega-util and one export",
    );
  }
  const [, imported, body, name] = parts;
  return `${vega}\n(() => {\nconst ${imported} = vega;${body}globalThis.vegaInterpreter = ${name};\n})();\n`;
}
