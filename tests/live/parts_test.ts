import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { LiveFacts } from "../../src/live/live_facts.ts";
import { renderCurves } from "../../src/live/parts/render_curves.ts";
import { renderLog } from "../../src/live/parts/render_log.ts";
import { renderStages } from "../../src/live/parts/render_stages.ts";
import { renderSummary } from "../../src/live/parts/render_summary.ts";
import { readText } from "../report/read_text.ts";

const FACTS: LiveFacts = {
  phase: "running",
  runs: { done: 1, all: 4 },
  stages: { done: 7, all: 20 },
  leftMs: 65_000,
  running: [
    { id: "train-gan/<b>/seed=1", elapsedMs: 2_400 },
    {
      id: "train-gan/vanilla/seed=1",
      elapsedMs: 9_000,
      progress: {
        done: 512,
        total: 1000,
        rate: 88.1,
        leftMs: 5_540,
        values: { discriminator_loss: 0.693147 },
      },
    },
  ],
  log: [{ at: 0, message: "an artifact <was> damaged" }],
};

Deno.test("renderSummary() says what changes rarely, and renderStages() what changes all the time", () => {
  assertEquals(readText(renderSummary(FACTS)), "Running: 1 of 4 runs finished.");
  assertStringIncludes(readText(renderSummary({ ...FACTS, phase: "gone" })), "was killed");
  const text = readText(renderStages(FACTS));
  assertStringIncludes(text, "7 of 20 stages · about 1 min 05 s left");
  assertStringIncludes(text, "512 of 1,000 · 88.1 per second · about 6 s left");
  assertStringIncludes(text, "discriminator_loss 0.693");
  const html = renderStages(FACTS);
  assertStringIncludes(html, `<progress max="1000" value="512" aria-labelledby="live-stage-1">`);
  assert(!html.includes("<b>"));
  assertEquals(renderStages({ ...FACTS, phase: "complete" }), "");
});

Deno.test("renderLog() shows the end of the log, with what it says inert", () => {
  assertEquals(renderLog([]), "");
  assertStringIncludes(renderLog(FACTS.log), "00:00:00Z  an artifact &lt;was&gt; damaged");
  const many = Array.from({ length: 100 }, (_, at) => ({ at, message: `line ${at}` }));
  assertEquals(renderLog(many).match(/line \d+/g)!.length, 30);
  assertStringIncludes(renderLog(many), "line 99");
});

Deno.test("renderCurves() draws losses and answers of each variant that has told of them", async () => {
  const step = [1, 50, 100];
  const history = {
    step,
    discriminator_loss: [1.4, 1.2, 1.1],
    generator_loss: [0.7, 0.9, 1.3],
    d_real: [0.5, 0.6, 0.7],
    d_fake: [0.5, 0.4, 0.3],
  };
  const runs = [
    { variant: "vanilla", index: 0, seed: 1, history },
    { variant: "dcgan", index: 1, seed: 1, history: { step: [1] } },
  ];
  const html = await renderCurves(runs);
  assertEquals(html.match(/id="live-[a-z]+-\d"/g), [`id="live-losses-0"`, `id="live-outputs-0"`]);
  assertEquals(await renderCurves([]), "");
});
