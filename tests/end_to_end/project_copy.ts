import { dirname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname!, "../..");
const COPIED = ["deno.json", "deno.lock", "src", "pipeline", "deps", "experiments"];

/** What a command line printed, and how it ended. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

/** An event of `run --json`. */
export type JsonEvent = { readonly type: string; readonly [name: string]: unknown };

/** A copy of the project in a temporary folder, whose sources a test may edit. */
export class ProjectCopy {
  readonly folder: string;
  /** The results folder that `run` and `plan` are given. */
  results: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.results = join(folder, "results");
  }

  /** Makes the copy; packages are hard links to the project's own. */
  static async make(): Promise<ProjectCopy> {
    const folder = await Deno.makeTempDir({ prefix: "assay tést-" });
    const { success } = await new Deno.Command("cp", {
      args: ["-r", ...COPIED, folder],
      cwd: ROOT,
    }).output();
    const { success: linked } = await new Deno.Command("cp", {
      args: ["-al", "node_modules", folder],
      cwd: ROOT,
    }).output();
    if (!success || !linked) throw new Error(`Cannot copy the project to "${folder}"`);
    return new ProjectCopy(folder);
  }

  /** Runs the real command line: `deno run -A src/main.ts …`, as the tasks do; a plain one is not given `--results`. */
  async command(
    args: readonly string[],
    environment: Record<string, string> = {},
    options: { readonly isPlain?: boolean } = {},
  ): Promise<CommandResult> {
    const startedAt = performance.now();
    const { code, stdout, stderr } = await this.prepare(args, environment, options).output();
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const elapsedMs = performance.now() - startedAt;
    return { code, stdout: decode(stdout), stderr: decode(stderr), elapsedMs };
  }

  /** The command, not started. */
  prepare(
    args: readonly string[],
    environment: Record<string, string> = {},
    { program, isPlain = false }: { readonly program?: string; readonly isPlain?: boolean } = {},
  ): Deno.Command {
    const own = [
      "run",
      "-A",
      "--quiet",
      join(this.folder, "src/main.ts"),
      ...args,
      ...(isPlain ? [] : ["--results", this.results]),
    ];
    return new Deno.Command(program ?? Deno.execPath(), {
      args: program === undefined ? own : [Deno.execPath(), ...own],
      cwd: this.folder,
      // `deno task`, which may run this test, says there where its own user is.
      env: { NO_COLOR: "1", CI: "true", INIT_CWD: this.folder, ...environment },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    });
  }

  /** Runs a spec, and gives its events; throws when the exit code is not 0. */
  async run(spec: string, ...args: string[]): Promise<{ events: JsonEvent[]; elapsedMs: number }> {
    const result = await this.command(["run", spec, "--json", ...args]);
    if (result.code !== 0) throw new Error(`run ended with ${result.code}:\n${result.stderr}`);
    const events = result.stdout.trim().split("\n").map((line): JsonEvent => JSON.parse(line));
    return { events, elapsedMs: result.elapsedMs };
  }

  /** Writes a file of the copy. */
  async write(path: string, text: string): Promise<void> {
    await Deno.mkdir(dirname(join(this.folder, path)), { recursive: true });
    await Deno.writeTextFile(join(this.folder, path), text);
  }

  /** Edits a file of the copy; throws when the text to replace is not there. */
  async edit(path: string, from: string, to: string): Promise<void> {
    const text = await Deno.readTextFile(join(this.folder, path));
    if (!text.includes(from)) {
      throw new Error(`Cannot edit "${path}": it lacks ${JSON.stringify(from)}`);
    }
    await this.write(path, text.replace(from, () => to));
  }

  /** Digests of every artifact of the published view but those that record time, as `<stage id>/<artifact>`. */
  async listDigests(experiment: string): Promise<Record<string, string>> {
    const store = join(this.results, ".store");
    const view = join(this.results, experiment, "provenance.json");
    const { keys } = JSON.parse(await Deno.readTextFile(view));
    const digests: Record<string, string> = {};
    for (const [id, key] of Object.entries(keys)) {
      const record = JSON.parse(await Deno.readTextFile(join(store, "records", `${key}.json`)));
      for (const [artifact, { digest }] of Object.entries<{ digest: string }>(record.outputs)) {
        if (artifact !== "timing") digests[`${id}/${artifact}`] = digest;
      }
    }
    return digests;
  }

  async remove(): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}

/** Ids of the stages that a run computed, sorted. */
export function listRan(events: readonly JsonEvent[]): string[] {
  return events.filter(({ type }) => type === "stage-started").map(({ id }) => String(id)).sort();
}
