import type { Path, Problem } from "./problem.ts";
import { formatFound } from "./problem.ts";

const FOLDER_NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/;
const WANTED = "1 to 64 of A-Z a-z 0-9 . _ + -, the first a letter or digit and the last no dot";

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Names that a variant cannot have, as something else in the results is called so. */
const TAKEN: readonly string[] = ["reference"];

/** Checks that an experiment's results can be called so; a dot is kept for its presets, as in `ring.quick`. */
export function checkExperimentName(name: string, path: Path): Problem[] {
  const problems = checkFolderName(name, path);
  if (problems.length > 0 || !name.includes(".")) return problems;
  return [{
    path,
    wanted: "without a dot, which comes between an experiment and its preset in names of folders",
    found: formatFound(name),
  }];
}

/** Checks that a name can be a folder on every system. */
export function checkFolderName(name: string, path: Path): Problem[] {
  const found = formatFound(name);
  if (!FOLDER_NAME.test(name) || name.endsWith(".")) return [{ path, wanted: WANTED, found }];
  if (!DEVICE.test(name)) return [];
  return [{ path, wanted: "another name, as Windows calls a device so", found }];
}

/** Checks that variants can be folders side by side, and keys of the objects that hold their results. */
export function checkVariantNames(names: readonly string[]): Problem[] {
  const taken = names.flatMap((name): Problem[] => {
    const reason = TAKEN.includes(name)
      ? "real data is called so"
      : FOLDER_NAME.test(name) && name in Object.prototype
      ? "every object of JavaScript has a member of that name"
      : null;
    if (reason === null) return [];
    const wanted = `another name, as ${reason}`;
    return [{ path: ["variants", name], wanted, found: formatFound(name) }];
  });
  return [...checkFolderNames(names, "variants"), ...taken];
}

/** Checks that the keys of a part of the spec can be folders side by side, on systems that ignore letter case too. */
export function checkFolderNames(names: readonly string[], part: string): Problem[] {
  const problems = names.flatMap((name) => checkFolderName(name, [part, name]));
  names.forEach((name, index) => {
    const twin = names.slice(0, index).find((other) => other.toLowerCase() === name.toLowerCase());
    if (twin === undefined) return;
    const wanted = `different from "${twin}" by more than letter case, as both name folders`;
    problems.push({ path: [part, name], wanted, found: formatFound(name) });
  });
  return problems;
}
