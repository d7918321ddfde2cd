import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
// Only read below, but imported it counts among the packages that the report is made with.
import "vega-interpreter";

/**
 * Reads Vega and its interpreter, which needs no code of its own making, as one script for a page: it leaves `vega` and
 * `vegaInterpreter` behind.
 *
 * @returns The script.
 * @throws {Error} If the interpreter is built in another way than this one.
 */
export async function readVega(): Promise<string> {
  const read = (entry: string, file: string) =>
    Deno.readTextFile(join(dirname(fileURLToPath(entry)), file));
  const vega = await read(import.meta.resolve("vega"), "vega.min.js");
  const interpreter = await read(import.meta.resolve("vega-interpreter"), "vega-interpreter.js");
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
