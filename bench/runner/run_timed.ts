/**
 * Runs a program to its end.
 *
 * @param program Its path.
 * @param args Its arguments.
 * @param options Its folder, and variables beside this process's own.
 * @returns Wall time of the whole process, and what it printed.
 * @throws {Error} If it fails; the message ends with what it printed.
 */
export async function runTimed(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<{ elapsedMs: number; stdout: string }> {
  const startedAt = performance.now();
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd: options.cwd,
    env: { NO_COLOR: "1", ...options.env },
    stdin: "null",
  }).output();
  const elapsedMs = performance.now() - startedAt;
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (!success) {
    throw new Error(
      `Cannot measure "${program} ${args.join(" ")}": ${decode(stderr).slice(-2000)}`,
    );
  }
  return { elapsedMs, stdout: decode(stdout) };
}
