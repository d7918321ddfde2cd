import { join } from "node:path";
import type { StageKind, StageProgress, StageReturn } from "../stage.ts";
import { formatSeconds } from "../progress/format_seconds.ts";
import { CappedLog } from "./capped_log.ts";
import type { Execution, ExecutionResult, Executor } from "./executor.ts";
import { forEachLine } from "./for_each_line.ts";
import { countMemoryKills, tellsOfMemory } from "./out_of_memory.ts";
import { listPermissions } from "./permissions.ts";
import { HAS_SESSIONS, ProcessGroup } from "./process_group.ts";
import { type Message, MESSAGE_MARK, type Task } from "./task.ts";

const SAMPLE_MS = 250;
/** How long output is waited for when its process is gone. */
const LATE_MS = 2_000;
const LAST_LINES = 20;

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
    const entryPath = join(folder, "entry.js");
    Deno.writeTextFileSync(taskPath, JSON.stringify(task));
    Deno.writeTextFileSync(entryPath, writeEntry(kind.module));
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--quiet",
        "--cached-only",
        ...(kind.leanHeap ? ["--v8-flags=--optimize-for-size"] : []),
        `--config=${join(this.#projectRoot, "deno.json")}`,
        ...listPermissions(kind, task, { folder, projectRoot: this.#projectRoot }),
        entryPath,
        taskPath,
      ],
      cwd: folder,
      detached: HAS_SESSIONS,
      clearEnv: true,
      env: { ...pickEnvironment(), ...task.environment, NO_COLOR: "1" },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const group = new ProcessGroup(child);
    let isStopped = false;
    return {
      result: follow(child, { kind, group, onProgress, isStopped: () => isStopped }),
      stop: () => {
        isStopped = true;
        group.stop();
      },
      kill: () => {
        isStopped = true;
        group.kill();
      },
    };
  }
}

/** The first file of a stage's process: what that imports needs no permission to be read. */
function writeEntry(module: string): string {
  const server = new URL("./stage_process.ts", import.meta.url).href;
  return `import { serveStage } from ${JSON.stringify(server)};\n` +
    `import { run } from ${JSON.stringify(module)};\n` +
    `await serveStage(run, Deno.args[0]);\n`;
}

async function follow(
  child: Deno.ChildProcess,
  { kind, group, onProgress, isStopped }: {
    readonly kind: StageKind;
    readonly group: ProcessGroup;
    readonly onProgress: (progress: StageProgress) => void;
    readonly isStopped: () => boolean;
  },
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
  const silence = watchSilence(kind, (reason) => {
    problem = reason;
    group.stop();
  });
  const log = new CappedLog();
  const keepLine = (line: string) => {
    if (line === "") return;
    if (tellsOfMemory(line)) {
      isOutOfMemory = true;
      sample();
    }
    log.add(line);
  };
  const readMessages = forEachLine(child.stdout, (line) => {
    const message = parseMessage(line);
    if (message === undefined) keepLine(line);
    else if (message.type === "progress") {
      silence.end();
      sample();
      onProgress(message.progress);
    } else {
      peakRssBytes = Math.max(peakRssBytes, message.rssBytes);
      if (message.type === "error") problem = message.message;
      else returned = { value: message.value };
    }
  });
  const streams = Promise.all([readMessages, forEachLine(child.stderr, keepLine)]);
  const { code, signal } = await child.status;
  silence.close();
  clearInterval(sampler);
  await orLate(streams);
  await child.stdin.close().catch(() => {});
  if (code === 0 && returned !== undefined) {
    return { status: "done", value: returned.value, peakRssBytes, log: log.toText() };
  }
  if (isStopped()) return { status: "stopped" };
  const ending = signal === null
    ? `its process ended with code ${code}`
    : `its process was killed by ${signal}`;
  isOutOfMemory ||= signal === "SIGKILL" && countMemoryKills() > memoryKills;
  return {
    status: "failed",
    reason: problem ?? ending,
    log: log.toText(),
    lastLines: log.takeLast(LAST_LINES),
    isOutOfMemory,
    peakRssBytes,
  };
}

/** Tells when a stage has reported nothing for longer than its kind may. */
function watchSilence({ timeoutMs }: StageKind, onTimeout: (reason: string) => void) {
  if (timeoutMs === undefined) return { end: () => {}, close: () => {} };
  const reason = `it reported no progress for ${formatSeconds(timeoutMs)}, and was stopped`;
  const start = () => setTimeout(() => onTimeout(reason), timeoutMs);
  let timer = start();
  return {
    end: () => {
      clearTimeout(timer);
      timer = start();
    },
    close: () => clearTimeout(timer),
  };
}

/** Waits for streams to end; one that a process has which got away from its group is left after a while. */
async function orLate(streams: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, LATE_MS);
  });
  await Promise.race([streams, late]);
  clearTimeout(timer);
}

function parseMessage(line: string): Message | undefined {
  if (!line.startsWith(MESSAGE_MARK)) return undefined;
  try {
    return JSON.parse(line.slice(MESSAGE_MARK.length));
  } catch {
    return undefined;
  }
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
