const FAILURE_CURE =
  "Look at pip's mirror and the network, or point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own";
const CURE =
  "Install Python 3 with pip, or point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own";

/**
 * Runs `python3` to its end.
 *
 * @param action What it is for, as in `Cannot <action>: …`.
 * @param args Its arguments.
 * @param environment Variables besides this process's.
 * @throws {Error} When it cannot be started or fails, with the last lines that it printed.
 */
export async function runPython(
  action: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  let output: Deno.CommandOutput;
  try {
    output = await new Deno.Command("python3", {
      args: [...args],
      env: environment,
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).output();
  } catch (cause) {
    throw new Error(`Cannot ${action}: "python3" cannot be started. ${CURE}`, { cause });
  }
  if (output.success) return;
  const lines = new TextDecoder().decode(output.stderr).trim().split("\n").slice(-3).join("; ");
  const program = args[0] === "-m" ? `python3 ${args.slice(0, 3).join(" ")}` : "python3";
  throw new Error(
    `Cannot ${action}: "${program}" ended with code ${output.code}: ${lines}. ${FAILURE_CURE}`,
  );
}
