import { assertEquals } from "@std/assert";
import type { RunEvent } from "../../../pipeline/events.ts";
import type { PlannedStage } from "../../../pipeline/plan.ts";
import {
  estimateLeft,
  formatProgress,
  formatSeconds,
  makePlainProgress,
  makeProgressState,
  makeTerminalProgress,
  type ProgressState,
  updateProgress,
} from "../../../pipeline/progress/mod.ts";
import type { StageStatus } from "../../../pipeline/stage.ts";

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

function report(
  id: string,
  done: number,
  total: number,
  values?: Record<string, number>,
): RunEvent {
  const told = values === undefined ? {} : { values };
  return { type: "stage-progress", id, progress: { done, total, unit: "steps", ...told } };
}

function end(id: string, status: StageStatus, reason = "never run"): RunEvent {
  return { type: "stage-finished", id, status, elapsedMs: 65_000, reason, key: null };
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
  assertEquals(formatProgress(state, 4, WIDE), [
    "2/3 stages (1 cached, 1 done), about 1 min 05 s left",
  ]);
});

Deno.test("formatProgress() shows a stage's time until it reports, then its bar", () => {
  const started = follow([0, plan("missing")], [1000, start("a")]);
  assertEquals(formatProgress(started, 9000, WIDE), ["0/1 stages", "  a 8 s"]);
  updateProgress(started, report("a", 25, 100), 10_000);
  assertEquals(
    formatProgress(started, 10_000, WIDE)[1],
    "  a █████░░░░░░░░░░░░░░░ 25/100",
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
    "  a ██████████░░░░░░░░░░ 500/1000 10.0 steps/s, 50 s left",
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

Deno.test("formatSeconds() shows seconds below a minute, and minutes and hours with two digits above", () => {
  const shown = [-1, 499, 8000, 59_400, 59_600, 125_000, 3_600_000].map(formatSeconds);
  assertEquals(shown, ["0 s", "0 s", "8 s", "59 s", "1 min 00 s", "2 min 05 s", "1 h 00 min"]);
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

Deno.test("makeTerminalProgress() writes over what it drew before, and a failure above it", () => {
  const texts: string[] = [];
  const { onEvent, close } = makeTerminalProgress((text) => texts.push(text), () => WIDE);
  onEvent(plan("missing", "missing"));
  onEvent(start("a"));
  onEvent(end("a", "failed", "it broke"));
  close();
  assertEquals(texts[0], "0/2 stages\x1b[K\n\x1b[J");
  assertEquals(texts.slice(-2), [
    "\x1b[1A\x1b[Jit broke\n1/2 stages (1 failed)\x1b[K\n\x1b[J",
    "\x1b[1A1/2 stages (1 failed)\x1b[K\n\x1b[J",
  ]);
});

Deno.test("formatProgress() shows the newest numbers of a stage below it, always as wide", () => {
  const state = follow([0, plan("missing")], [0, start("a")]);
  updateProgress(state, report("a", 1, 2, { loss: 0.69314, norm: 12.34, tiny: 1.5e-5 }), 10);
  assertEquals(formatProgress(state, 10, WIDE)[2], "    loss 0.693  norm 12.3  tiny 1.5e-5");
});

Deno.test("formatProgress() pads names to the longest, and shortens the bars where there is no room", () => {
  const state = follow(
    ...[[0, plan("missing")], [0, start("a")], [0, start("long-name")]] as [number, RunEvent][],
    [1, report("a", 1, 2)],
  );
  assertEquals(formatProgress(state, 1, WIDE)[1], "  a         ██████████░░░░░░░░░░ 1/2");
  assertEquals(formatProgress(state, 1, 60)[1], "  a         ████░░░░ 1/2");
});

Deno.test("estimateLeft() adds what runs to what waits by the mean of its kind, side by side", () => {
  const state = follow([0, plan("missing", "missing", "missing", "missing")], [
    0,
    start("stage-0"),
  ]);
  assertEquals(estimateLeft(state, 0), null);
  updateProgress(state, start("stage-1"), 0);
  updateProgress(state, report("stage-0", 0, 100), 0);
  updateProgress(state, report("stage-0", 50, 100), 5_000);
  // Stages 0 and 1 take 10 s and have 5 s left each; two of 10 s wait: 30 s of work, two at once.
  assertEquals(estimateLeft(state, 5_000), 15_000);
  assertEquals(formatProgress(state, 5_000, WIDE)[0], "0/4 stages, about 15 s left");
});

Deno.test("estimateLeft() knows from cached stages what one of their kind takes", () => {
  const cached = { id: "a", kind: "k", status: "cached", record: { elapsedMs: 8_000 } } as const;
  const waiting = { id: "b", kind: "k", status: "missing", record: null } as const;
  const state = makeProgressState();
  updateProgress(state, { type: "planned", stages: [cached, waiting] }, 0);
  updateProgress(state, end("a", "cached"), 0);
  assertEquals(estimateLeft(state, 0), 8_000);
});

Deno.test("formatProgress() counts a stage once that a repair ran again", () => {
  const again = follow([0, start("a")], [1, end("a", "cached")], [2, start("a")], [
    3,
    end("a", "done"),
  ]);
  assertEquals(formatProgress({ ...again, total: 1 }, 3, 80), ["1/1 stages (1 done)"]);
});
