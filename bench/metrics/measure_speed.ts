/**
 * `deno task metrics:speed [ROWS]`: time and memory of the metrics of 10,000 × 128 features, for samples of the data's kind
 * and for collapsed ones, which are the hard case of a search for neighbours: by its own kernel, and then by the matrix
 * products of libtensorflow. Times are of the processor, on one thread.
 */
import { cpuUsage } from "node:process";
import { formatBytes } from "../../src/engine/library/format_bytes.ts";
import { drawNormal } from "../../src/engine/random.ts";
import {
  compareNeighbourhoods,
  type FeatureMatrix,
  measureFrechetDistance,
  type MultiplyRows,
} from "../../src/metrics/mod.ts";

const COLUMNS = 128, CLUMPS = 10;
const rows = Number(Deno.args[0] ?? 10_000);

function draw(step: number, count = rows): Float32Array {
  return drawNormal({ seed: 1, stream: "metrics/speed", step }, count * COLUMNS);
}

function make(value: (row: number, column: number) => number): FeatureMatrix {
  const data = Float64Array.from(
    { length: rows * COLUMNS },
    (_, at) => value(Math.floor(at / COLUMNS), at % COLUMNS),
  );
  return { data, rows, columns: COLUMNS };
}

const real = { data: draw(0), rows, columns: COLUMNS };
const noise = draw(1), centres = draw(2, CLUMPS);
const centre = (row: number, column: number) => centres[row % CLUMPS * COLUMNS + column];
const at = (row: number, column: number) => noise[row * COLUMNS + column];

const CASES: Readonly<Record<string, () => readonly [FeatureMatrix, FeatureMatrix]>> = {
  "narrower than the data": () => [make((row, column) => 0.9 * at(row, column) + 0.1), real],
  "all one sample": () => [make((_, column) => centre(0, column)), real],
  "all at the mean of the data": () => [make(() => 0), real],
  "close to the mean of the data": () => [make((row, column) => 0.1 * at(row, column)), real],
  "ten samples": () => [make(centre), real],
  "ten tight clumps":
    () => [make((row, column) => centre(row, column) + 1e-6 * at(row, column)), real],
  "one sample on both sides": () => [
    make((_, column) => centre(0, column)),
    make((_, column) => centre(0, column)),
  ],
};

const noted = new Map<string, string[]>(Object.keys(CASES).map((name) => [name, []]));
let mostBytes = 0;
for (const [name, makeSets] of Object.entries(CASES)) {
  const [fake, data] = makeSets();
  noted.get(name)!.push(
    measureTime(() => measureFrechetDistance(fake, data)),
    measureTime(() => compareNeighbourhoods(fake, data)),
  );
  noteMemory();
}
const alone = mostBytes;
const multiply = await loadMultiplyRows();
mostBytes = 0;
noteMemory();
const withEngine = mostBytes;
for (const [name, makeSets] of Object.entries(CASES)) {
  const [fake, data] = makeSets();
  noted.get(name)!.push(measureTime(() => compareNeighbourhoods(fake, data, { multiply })));
  noteMemory();
}

console.log(
  `| samples, ${rows} × ${COLUMNS} | Fréchet distance | neighbourhoods | by libtensorflow |`,
);
console.log("| --- | ---: | ---: | ---: |");
for (const [name, times] of noted) console.log(`| ${name} | ${times.join(" | ")} |`);
console.log(
  `\nResident memory at most ${formatBytes(alone)}; with libtensorflow ${
    formatBytes(withEngine)
  } before and at most ${formatBytes(mostBytes)}`,
);

/** Loads libtensorflow only now: the kernel's memory is measured without it. */
async function loadMultiplyRows(): Promise<MultiplyRows | undefined> {
  const { ensureLibrary } = await import("../../src/engine/library/ensure_library.ts");
  const { openTensorFlow } = await import("../../src/engine/tensorflow/tensorflow_engine.ts");
  const { makeMultiplyRows } = await import("../../src/stages/make_multiply_rows.ts");
  Deno.env.set("TF_CPP_MIN_LOG_LEVEL", "3");
  const libraryPath = await ensureLibrary((line) => console.error(line));
  return makeMultiplyRows(openTensorFlow({ libraryPath, threads: 1, gpu: { enabled: false } }));
}

function noteMemory(): void {
  mostBytes = Math.max(mostBytes, Deno.memoryUsage().rss);
}

function measureTime(work: () => unknown): string {
  const before = cpuUsage().user;
  work();
  return `${((cpuUsage().user - before) / 1e6).toFixed(2)} s`;
}
