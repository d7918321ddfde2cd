/**
 * Runs a program to its end.
 *
 * @returns Milliseconds from its start to its end.
 * @throws {Error} When it fails, with the end of what it said.
 */
export async function runSilently(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<number> {
  const startedAt = performance.now();
  const { success, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
    stdout: "null",
    stderr: "piped",
  }).output();
  const elapsedMs = performance.now() - startedAt;
  if (success) return elapsedMs;
  const said = new TextDecoder().decode(stderr).trim().slice(-1_000);
  throw new Error(`Cannot measure "${program} ${args.join(" ")}": it failed.\n${said}`);
}
