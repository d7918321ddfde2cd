const START =
  /^(?:export )?(?:default )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|const|let|type|interface|enum) ([A-Za-z_$][\w$]*)/;

/**
 * Lists the top-level declarations of a formatted source file, and those that another version of it lacks or has
 * otherwise. Comments do not count.
 *
 * @param before The other version.
 * @param now This version.
 * @returns Names, in the order of the file; those that are gone come last.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listChangedDeclarations } from "./list_declarations.ts";
 *
 * const before = "const A = 1;\nfunction add() {\n  return A;\n}\n";
 * assertEquals(listChangedDeclarations(before, before.replace("1", "2")), ["A"]);
 * ```
 */
export function listChangedDeclarations(before: string, now: string): string[] {
  const [old, current] = [splitDeclarations(before), splitDeclarations(now)];
  const changed = [...current].filter(([name, text]) => old.get(name) !== text);
  const gone = [...old.keys()].filter((name) => !current.has(name));
  return [...changed.map(([name]) => name), ...gone];
}

/** Text of each declaration by its name; a line that begins at the margin with one starts it. */
function splitDeclarations(source: string): Map<string, string> {
  const declarations = new Map<string, string>();
  let name = "";
  for (const line of withoutComments(source).split("\n")) {
    if (line.trim() === "" || /^(import|export \{|\} from)/.test(line)) continue;
    name = START.exec(line)?.[1] ?? name;
    declarations.set(name, `${declarations.get(name) ?? ""}${line.trimEnd()}\n`);
  }
  declarations.delete("");
  return declarations;
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
}
