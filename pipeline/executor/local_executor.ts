import { join } from "node:path";
import type { StageKind, StageProgress, StageReturn } from "../stage.ts";
import type { Execution, ExecutionResult, Executor } from "./executor.ts";
import { countMemoryKills, tellsOfMemory } from "./out_of_memory.ts";
import { listPermissions } from "./permissions.ts";
import { type Message, MESSAGE_MARK, type Task } from "./task.ts";

const GRACE_MS = 5_000;
const SAMPLE_MS = 250;
const LOG_LINES = 20;

/** Variables that Deno itself needs to find its cache. */
const PASSED_ON = [
  "HOME",
  "DENO_DIR",
  "XDG_CACHE_HOME",
  "PATH",
  "TMPDIR",
  "USERPROFILE",
  "LOCALAPPDATA",
];

/** How the runner starts stages. */
export interface LocalExecutorOptions {
  /** The project's folder; its `deno.json` is the configuration of every stage. */
  readonly projectRoot: string;
}

/** Runs each stage in a Deno process of its own on this machine. */
export class LocalExecutor implements Executor {
  readonly #projectRoot: string;

  constructor(options: LocalExecutorOptions) {
    this.#projectRoot = options.projectRoot;
  }

  submit(kind: StageKind, task: Task, options: {
    readonly folder: string;
    readonly onProgress: (progress: StageProgress) => void;
  }): Execution {
    const { folder, onProgress } = options;
    const taskPath = join(folder, "task.json");
    Deno.writeTextFileSync(taskPath, JSON.stringify(task));
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--quiet",
        "--cached-only",
        ...(kind.leanHeap ? ["--v8-flags=--optimize-for-size"] : []),
        `--config=${join(this.#projectRoot, "deno.json")}`,
        ...listPermissions(kind, task, { folder, projectRoot: this.#projectRoot }),
        new URL("./stage_process.ts", import.meta.url).href,
        taskPath,
      ],
      cwd: folder,
      clearEnv: true,
      env: { ...pickEnvironment(), ...task.environment, NO_COLOR: "1" },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    let isStopped = false;
    return {
      result: follow(child, onProgress, () => isStopped),
      stop: () => {
        isStopped = true;
        endProcess(child);
      },
    };
  }
}

async function follow(
  child: Deno.ChildProcess,
  onProgress: (progress: StageProgress) => void,
  isStopped: () => boolean,
): Promise<ExecutionResult> {
  const memoryKills = countMemoryKills();
  let peakRssBytes = 0;
  let isOutOfMemory = false;
  let returned: { value: StageReturn } | undefined;
  let problem: string | undefined;
  const sample = () => {
    peakRssBytes = Math.max(peakRssBytes, readPeakRss(child.pid));
  };
  const sampler = setInterval(sample, SAMPLE_MS);
  const log: string[] = [];
  const keepLine = (line: string) => {
    if (line === "") return;
    if (tellsOfMemory(line)) {
      isOutOfMemory = true;
      sample();
    }
    log.push(line);
    if (log.length > LOG_LINES) log.shift();
  };
  const readMessages = forEachLine(child.stdout, (line) => {
    const message = parseMessage(line);
    if (message === undefined) keepLine(line);
    else if (message.type === "progress") {
      sample();
      onProgress(message.progress);
    } else {
      peakRssBytes = Math.max(peakRssBytes, message.rssBytes);
      if (message.type === "error") problem = message.message;
      else returned = { value: message.value };
    }
  });
  const [{ code, signal }] = await Promise.all([
    child.status,
    readMessages,
    forEachLine(child.stderr, keepLine),
  ]);
  clearInterval(sampler);
  await child.stdin.close().catch(() => {});
  if (code === 0 && returned !== undefined) {
    return { status: "done", value: returned.value, peakRssBytes };
  }
  if (isStopped()) return { status: "stopped" };
  const ending = signal === null
    ? `its process ended with code ${code}`
    : `its process was killed by ${signal}`;
  isOutOfMemory ||= signal === "SIGKILL" && countMemoryKills() > memoryKills;
  return {
    status: "failed",
    reason: problem ?? ending,
    log: log.join("\n"),
    isOutOfMemory,
    peakRssBytes,
  };
}

function endProcess(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    child.status.finally(() => clearTimeout(timer));
  } catch (error) {
    // It had ended by itself.
    if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function forEachLine(
  stream: ReadableStream<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  let rest = "";
  for await (
    const text of stream.pipeThrough(new TextDecoderStream() as never) as ReadableStream<string>
  ) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    lines.forEach(take);
  }
  if (rest !== "") take(rest);
}

function parseMessage(line: string): Message | undefined {
  return line.startsWith(MESSAGE_MARK) ? JSON.parse(line.slice(MESSAGE_MARK.length)) : undefined;
}

/** High-water mark of resident memory, where the system tells; else 0. */
function readPeakRss(pid: number): number {
  if (Deno.build.os !== "linux") return 0;
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(Deno.readTextFileSync(`/proc/${pid}/status`));
    return match === null ? 0 : Number(match[1]) * 1024;
  } catch {
    return 0;
  }
}

function pickEnvironment(): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
