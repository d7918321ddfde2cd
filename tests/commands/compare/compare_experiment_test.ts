import { assertEquals } from "@std/assert";
import { compareExperiment } from "../../../src/commands/compare/compare_experiment.ts";
import type { Published } from "../../../src/commands/compare/read_published.ts";
import type { Side } from "../../../src/commands/diff/read_side.ts";
import { parseSummary } from "../../../src/commands/parse_summary.ts";
import { summarizeExperiment } from "../../../src/commands/summary.ts";
import { makeImageFixture } from "../../report/fixture.ts";

const { comparison } = makeImageFixture();
const summary = parseSummary(JSON.stringify(summarizeExperiment(comparison, [])));

/** A side that was handed on without its store. */
function makeSide(files: Readonly<Record<string, string>>): readonly [Side, Published] {
  const view = { name: "mode-collapse", keys: { report: "a".repeat(64) }, files };
  const side = {
    results: "/none",
    view,
    records: new Map(),
    readCode: () => ({ sources: {}, packages: [] }),
  };
  const cost = { says: "fact.capture_cost", values: { seconds: Math.random() } };
  const provenance = {
    experiment: "mode-collapse",
    keys: {},
    files,
    command: "deno task run",
    stages: [],
    provenance: [
      { label: "provenance.engine", value: [{ says: "fact.engine", values: { threads: 1 } }] },
      { label: "provenance.captured", value: [{ says: "fact.as_graph" }, cost] },
      { label: "provenance.started", value: String(cost.values.seconds) },
    ],
  };
  return [side, { summary, provenance }];
}

const FILES = {
  "metrics.csv": "m",
  "report.html": "r",
  "runs/vanilla/seed=1/evaluation.json": "v1",
  "runs/vanilla/seed=2/evaluation.json": "v2",
  "runs/dcgan/seed=1/evaluation.json": "d1",
  "runs/dcgan/seed=1/timing.csv": "t1",
};

Deno.test("compareExperiment() without stores compares files that should be equal, and facts that last", async () => {
  const [left, before] = makeSide(FILES);
  const [right, now] = makeSide({
    ...FILES,
    "report.html": "other",
    "runs/dcgan/seed=1/evaluation.json": "other",
    "runs/dcgan/seed=1/timing.csv": "other",
  });
  const { changes, bytes, facts, claims } = await compareExperiment([left, right], [before, now]);
  assertEquals(changes, null);
  assertEquals(bytes, {
    of: "files",
    sameCount: 3,
    differing: ["runs/dcgan/seed=1/evaluation.json"],
  });
  assertEquals(facts.map(({ label, isSame }) => [label, isSame]), [
    ["compare.seeds", true],
    ["provenance.engine", true],
    ["provenance.captured", true],
  ]);
  assertEquals(claims.every(([one, other]) => one !== null && other !== null), true);
});

Deno.test("compareExperiment() tests no variant whose evaluations have the same bytes on all seeds", async () => {
  const [left, before] = makeSide(FILES);
  const [right, now] = makeSide({ ...FILES, "runs/dcgan/seed=1/evaluation.json": "other" });
  const { means } = await compareExperiment([left, right], [before, now]);
  const of = (variant: string) =>
    means.filter((mean) => mean.variant === variant).map(({ difference }) => difference === null);
  assertEquals(new Set(of("vanilla")), new Set([true]));
  assertEquals(new Set(of("dcgan")), new Set([false]));
});
