import type { Check } from "./check.ts";

const SCRIPT = `
import platform, sys
from importlib import metadata
def version(name):
  try: return metadata.version(name)
  except metadata.PackageNotFoundError: return ""
print(platform.python_version(), sys.executable, version("pip"), sep="\\n")
`;

/** Why Python is wanted at all; in the cures. */
const PURPOSE = "only the fetching of libtensorflow needs it";

/**
 * Python and pip, which fetch libtensorflow. pip is asked for by its metadata: starting it takes half a second.
 */
export async function checkPython(): Promise<Check[]> {
  const [version, executable, pip] = await askPython();
  return [
    version === undefined
      ? {
        name: "python",
        status: "warn",
        value: `"python3" cannot be started`,
        cure: `install Python 3 and put it on PATH; ${PURPOSE}`,
      }
      : { name: "python", status: "ok", value: `${version}, ${executable}` },
    pip ? { name: "pip", status: "ok", value: pip } : {
      name: "pip",
      status: "warn",
      value: "none for python3",
      cure: version === undefined
        ? `install Python 3 with pip; ${PURPOSE}`
        : `python3 -m ensurepip, or the system's package python3-pip; ${PURPOSE}`,
    },
  ];
}

async function askPython(): Promise<(string | undefined)[]> {
  try {
    const { success, stdout } = await new Deno.Command("python3", {
      args: ["-c", SCRIPT],
      stdout: "piped",
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout).split("\n") : [];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
