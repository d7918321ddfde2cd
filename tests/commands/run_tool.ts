import { resolve } from "node:path";

const MAIN = resolve(import.meta.dirname!, "../../src/main.ts");

/** What a verb printed, and how it ended. */
export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

/** Runs a verb of the real command line; `undefined` in `environment` takes a variable away. */
export async function runTool(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<ToolResult> {
  const whole: Record<string, string> = { ...Deno.env.toObject(), NO_COLOR: "1" };
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete whole[name];
    else whole[name] = value;
  }
  const startedAt = performance.now();
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", MAIN, ...args],
    clearEnv: true,
    env: whole,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const elapsedMs = performance.now() - startedAt;
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr), elapsedMs };
}
