import type { StageStatus } from "../stage.ts";
import { estimateLeft, measurePace } from "./estimate_left.ts";
import { formatSeconds } from "./format_seconds.ts";
import type { FollowedStage, ProgressState } from "./progress_state.ts";

const [FULL_BAR, SHORT_BAR] = [20, 8];
/** Columns that a line needs beside a name and its bar. */
const NUMBERS_WIDTH = 40;

/**
 * A run as lines of text: one for the whole, one for each stage under way, and below it the newest numbers that it told.
 *
 * @param state What is known of the run.
 * @param now Milliseconds on the clock of its events.
 * @param columns Width of the terminal; longer lines are cut.
 */
export function formatProgress(state: ProgressState, now: number, columns: number): string[] {
  const counts = new Map<StageStatus, number>();
  for (const status of state.ended.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  const details = [...counts].map(([status, n]) => `${n} ${status}`).join(", ");
  const leftMs = state.ended.size < state.total ? estimateLeft(state, now) : null;
  const head = `${state.ended.size}/${state.total} stages${details === "" ? "" : ` (${details})`}` +
    (leftMs === null ? "" : `, about ${formatSeconds(leftMs)} left`);
  const nameWidth = Math.max(0, ...[...state.running.keys()].map((id) => id.length));
  const barWidth = columns - nameWidth - NUMBERS_WIDTH >= FULL_BAR ? FULL_BAR : SHORT_BAR;
  const lines = [...state.running].flatMap(([id, stage]) =>
    formatStage(id.padEnd(nameWidth), stage, { now, barWidth })
  );
  return [head, ...lines].map((line) => line.slice(0, Math.max(columns - 1, 20)));
}

function formatStage(
  name: string,
  stage: FollowedStage,
  { now, barWidth }: { readonly now: number; readonly barWidth: number },
): string[] {
  if (stage.last === undefined) return [`  ${name} ${formatSeconds(now - stage.startedAt)}`];
  const { done, total, unit, values = {} } = stage.last.progress;
  const filled = Math.min(barWidth, Math.max(0, Math.round(barWidth * done / total) || 0));
  const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
  const pace = measurePace(stage);
  const speed = pace === null
    ? ""
    : ` ${pace.rate.toPrecision(3)} ${unit}/s, ${formatSeconds(pace.leftMs)} left`;
  const numbers = Object.entries(values).map(([name, value]) => `${name} ${formatValue(value)}`);
  return [
    `  ${name} ${bar} ${done}/${total}${speed}`,
    ...(numbers.length === 0 ? [] : [`    ${numbers.join("  ")}`]),
  ];
}

/** Three digits, always as wide, so that a display that is drawn anew stands still. */
function formatValue(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1000) return value.toFixed(size < 1 ? 3 : size < 10 ? 2 : 1);
  return value === 0 ? "0.000" : value.toExponential(1);
}
