import { assertEquals } from "@std/assert";
import type { RunEvent } from "../../pipeline/events.ts";
import type { PlannedStage } from "../../pipeline/plan.ts";
import {
  formatProgress,
  formatSeconds,
  makePlainProgress,
  makeProgressState,
  makeTerminalProgress,
  type ProgressState,
  updateProgress,
} from "../../pipeline/progress.ts";
import type { StageStatus } from "../../pipeline/stage.ts";

const WIDE = 200;

function plan(...statuses: StageStatus[]): RunEvent {
  const stages = statuses.map((status, index): PlannedStage => ({
    id: `stage-${index}`,
    kind: "write-number",
    status,
    key: null,
    reason: "never run",
    record: null,
  }));
  return { type: "planned", stages };
}

function start(id: string): RunEvent {
  return { type: "stage-started", id, reason: "never run" };
}

function report(id: string, done: number, total: number): RunEvent {
  return { type: "stage-progress", id, progress: { done, total, unit: "steps" } };
}

function end(id: string, status: StageStatus, reason = "never run"): RunEvent {
  return { type: "stage-finished", id, status, elapsedMs: 65_000, reason };
}

/** The state after events, each at its time in milliseconds. */
function follow(...events: readonly [number, RunEvent][]): ProgressState {
  const state = makeProgressState();
  for (const [now, event] of events) updateProgress(state, event, now);
  return state;
}

Deno.test("formatProgress() counts ended stages by status and leaves out those not asked for", () => {
  const state = follow(
    [0, plan("cached", "missing", "stale", "skipped")],
    [1, end("stage-0", "cached")],
    [2, start("stage-1")],
    [3, end("stage-1", "done")],
  );
  assertEquals(formatProgress(state, 4, WIDE), ["2/3 stages (1 cached, 1 done)"]);
});

Deno.test("formatProgress() shows a stage's time until it reports, then its bar", () => {
  const started = follow([0, plan("missing")], [1000, start("a")]);
  assertEquals(formatProgress(started, 9000, WIDE), ["0/1 stages", `  ${"a".padEnd(42)} 8 s`]);
  updateProgress(started, report("a", 25, 100), 10_000);
  assertEquals(
    formatProgress(started, 10_000, WIDE)[1],
    `  ${"a".padEnd(42)} █████░░░░░░░░░░░░░░░ 25/100`,
  );
});

Deno.test("formatProgress() measures the rate from the first report, so a resumed stage is not fast", () => {
  const state = follow(
    [0, start("a")],
    [1000, report("a", 400, 1000)],
    [11_000, report("a", 500, 1000)],
  );
  assertEquals(
    formatProgress(state, 11_000, WIDE)[1],
    `  ${"a".padEnd(42)} ██████████░░░░░░░░░░ 500/1000 10.0 steps/s, 50 s left`,
  );
});

Deno.test("formatProgress() cuts lines to the terminal's width, and not below 20 columns", () => {
  const state = follow([0, plan("missing")], [0, start("a-stage-with-a-long-name")]);
  assertEquals(formatProgress(state, 0, 30)[1].length, 29);
  assertEquals(formatProgress(state, 0, 5)[1].length, 20);
});

Deno.test("updateProgress() leaves out a stage that has ended, and hears no late report of it", () => {
  const ended = follow([0, start("a")], [1, end("a", "done")]);
  assertEquals(ended.running.size, 0);
  updateProgress(ended, report("a", 1, 2), 2);
  assertEquals(ended.running.size, 0);
});

Deno.test("formatSeconds() shows seconds below a minute, and minutes with two digits above", () => {
  const shown = [-1, 499, 8000, 59_400, 59_600, 125_000, 3_600_000].map(formatSeconds);
  assertEquals(shown, ["0 s", "0 s", "8 s", "59 s", "1 min 00 s", "2 min 05 s", "60 min 00 s"]);
});

Deno.test("makePlainProgress() writes a line for each event that matters", () => {
  const lines: string[] = [];
  const { onEvent } = makePlainProgress((line) => lines.push(line));
  const events = [
    plan("missing"),
    start("a"),
    report("a", 1, 2),
    end("a", "done"),
    end("b", "cached"),
    end("c", "failed", 'Cannot run "c": it broke'),
    { type: "log", message: "an artifact was damaged" } as const,
  ];
  events.forEach(onEvent);
  assertEquals(lines, [
    "run     a (never run)\n",
    "done    a 1 min 05 s\n",
    'failed  c 1 min 05 s: Cannot run "c": it broke\n',
    "an artifact was damaged\n",
  ]);
});

Deno.test("makeTerminalProgress() clears what it drew before, and prints a failure above it", () => {
  const texts: string[] = [];
  const { onEvent, close } = makeTerminalProgress((text) => texts.push(text), () => WIDE);
  onEvent(plan("missing", "missing"));
  onEvent(start("a"));
  onEvent(end("a", "failed", "it broke"));
  close();
  assertEquals(texts[0], "\x1b[J0/2 stages\n");
  assertEquals(texts.slice(-2), [
    "\x1b[1A\x1b[Jit broke\n1/2 stages (1 failed)\n",
    "\x1b[1A\x1b[J1/2 stages (1 failed)\n",
  ]);
});

Deno.test("formatProgress() counts a stage once that a repair ran again", () => {
  const again = follow([0, start("a")], [1, end("a", "cached")], [2, start("a")], [
    3,
    end("a", "done"),
  ]);
  assertEquals(formatProgress({ ...again, total: 1 }, 3, 80), ["1/1 stages (1 done)"]);
});
