import { assert, assertEquals, assertLess } from "@std/assert";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";
/** Longer than any test waits. */
const STEPS = 400_000;
const GRACE_MS = 5_000;
/** Processes of a loaded machine start, and end, slowly. */
const PATIENCE_MS = 90_000;

/** Ids of the processes that have the project's folder in their command line, and what follows it. */
async function listProcesses(project: ProjectCopy, rest = ""): Promise<number[]> {
  const { stdout } = await new Deno.Command("pgrep", { args: ["-f", project.folder + rest] })
    .output();
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line !== "").map(Number);
}

async function waitUntil(claim: string, isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!await isTrue()) {
    assert(performance.now() < end, `Cannot wait longer until ${claim}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A way to stop a run, and the exit code that it gives. */
interface Way {
  readonly name: string;
  /** A shell's line in which RUN stands for the run. */
  readonly line: string;
  readonly code: number;
  readonly stop: (runner: Deno.ChildProcess, group: number) => void | Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const WAYS: readonly Way[] = [
  {
    name: "Ctrl-C twice",
    line: "exec RUN",
    code: 130,
    stop: async (runner) => {
      runner.kill("SIGINT");
      await pause(150);
      try {
        runner.kill("SIGINT");
      } catch {
        // The stages have ended, and the run with them.
      }
    },
  },
  { name: "SIGTERM", line: "exec RUN", code: 130, stop: (runner) => runner.kill("SIGTERM") },
  {
    name: "a closed terminal",
    line: "exec RUN",
    code: 130,
    // The terminal tells the group in its foreground, and can be written to no longer.
    stop: async (runner, group) => {
      await runner.stderr.cancel();
      Deno.kill(-group, "SIGHUP");
    },
  },
  {
    name: "a closed stdout",
    line: "RUN --json | head -n 3 > /dev/null; exit ${PIPESTATUS[0]}",
    code: 130,
    stop: () => {},
  },
];

for (const { name, line, code, stop } of WAYS) {
  Deno.test({
    name: `${name} stops a run, its stages and what they started, and gives exit code ${code}`,
    ignore: Deno.build.os !== "linux",
    fn: async () => {
      const project = await ProjectCopy.make();
      await project.write(SPEC, writeSmallRing({ stepCount: STEPS }));
      const run = `"${Deno.execPath()}" run -A --quiet src/main.ts run ${SPEC} --results results`;
      const runner = new Deno.Command("bash", {
        args: ["-c", line.replace("RUN", run)],
        cwd: project.folder,
        env: { NO_COLOR: "1", CI: "true", INIT_CWD: project.folder },
        stdin: "null",
        stdout: "null",
        stderr: "piped",
        detached: true,
      }).spawn();
      if (name !== "a closed stdout") {
        await waitUntil("a stage trains", async () => {
          return (await listProcesses(project, ".*/tmp/.*entry.js")).length > 0;
        });
      }
      const stopped = performance.now();
      await stop(runner, runner.pid);
      const status = await runner.status;
      if (name !== "a closed stdout") {
        assertLess(performance.now() - stopped, GRACE_MS + PATIENCE_MS / 6);
      }
      assertEquals(status.code, code);
      await waitUntil("nothing is left", async () => (await listProcesses(project)).length === 0);
      if (!runner.stderr.locked) await runner.stderr.cancel();
      await project.remove();
    },
  });
}
