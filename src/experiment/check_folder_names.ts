import type { Path, Problem } from "./problem.ts";
import { formatFound } from "./problem.ts";

const FOLDER_NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/;
const WANTED = "1 to 64 of A-Z a-z 0-9 . _ + -, the first a letter or digit and the last no dot";

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Names that a variant cannot have, as something else in the results is called so. */
const TAKEN: readonly string[] = ["reference"];

/** Checks that a name can be a folder on every system. */
export function checkFolderName(name: string, path: Path): Problem[] {
  const found = formatFound(name);
  if (!FOLDER_NAME.test(name) || name.endsWith(".")) return [{ path, wanted: WANTED, found }];
  if (!DEVICE.test(name)) return [];
  return [{ path, wanted: "another name, as Windows calls a device so", found }];
}

/** Checks that variants can be folders side by side, on systems that ignore letter case too. */
export function checkVariantNames(names: readonly string[]): Problem[] {
  const problems = names.flatMap((name) => checkFolderName(name, ["variants", name]));
  names.forEach((name, index) => {
    const path = ["variants", name];
    const found = formatFound(name);
    const twin = names.slice(0, index).find((other) => other.toLowerCase() === name.toLowerCase());
    if (twin !== undefined) {
      const wanted = `different from "${twin}" by more than letter case, as both name folders`;
      problems.push({ path, wanted, found });
    }
    if (TAKEN.includes(name)) {
      problems.push({ path, wanted: "another name, as real data is called so", found });
    }
  });
  return problems;
}
