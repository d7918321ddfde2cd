/**
 * Loads libtensorflow in a process of its own, as a stage would: a library that is built for another C library or
 * processor can end the process that loads it.
 *
 * @param path Path of `libtensorflow_cc`.
 * @throws {Error} When it does not load, with the system's reason.
 */
export async function probeLibrary(path: string): Promise<void> {
  const { success, signal, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-config",
      "--allow-ffi",
      new URL("./probe_process.ts", import.meta.url).href,
      path,
    ],
    env: { TF_CPP_MIN_LOG_LEVEL: "3", NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  const reason = signal === null ? new TextDecoder().decode(stderr).trim() : `it ends by ${signal}`;
  throw new Error(
    `Cannot load libtensorflow here: ${reason}. ` +
      `Point ASSAY_LIBTENSORFLOW at a libtensorflow_cc that this system loads`,
  );
}
