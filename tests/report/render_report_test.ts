import {
  assert,
  assertEquals,
  assertLess,
  assertNotMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { renderReport } from "../../src/report/render_report.ts";
import { makeImageFixture } from "./fixture.ts";
import { addDiagnoses } from "./fixture_diagnoses.ts";
import { makePointFixture } from "./fixture_points.ts";
import { readText } from "./read_text.ts";
import { poisonReport } from "./payload_fixture.ts";

const images = addDiagnoses(makeImageFixture());
const html = await renderReport(images);

Deno.test("renderReport() shows everything in the promised order", () => {
  const marks = [
    images.experiment.question,
    `data-t="answer"`,
    "Not shown",
    `data-t="warnings.diverged"`,
    `id="differences"`,
    `id="samples"`,
    `id="training"`,
    `id="metrics"`,
    "<!--assay:time-->",
    `id="histogram"`,
    `id="numbers"`,
    `id="neighbours"`,
    `id="walks"`,
    `id="diagnosis"`,
    "<!--assay:run-->",
    `id="methods"`,
  ];
  const places = marks.map((mark) => html.indexOf(mark, html.indexOf("<body>")));
  assert(places.every((place) => place > 0));
  assertEquals(places, places.toSorted((one, other) => one - other));
});

Deno.test("renderReport() puts n beside every mean of its tables", () => {
  const numbers = html.slice(html.indexOf(`id="numbers"`), html.indexOf(`id="neighbours"`));
  const means = numbers.split(`<span class="mean">`).length - 1;
  assertEquals(means, 15);
  const counts = /<span class="count">, <i>n<\/i> = <data value="\d">/g;
  assertEquals([...numbers.matchAll(counts)].length, means);
  assertStringIncludes(numbers, "Spread over seeds, interquartile means, bootstrap intervals");
});

Deno.test("renderReport() names its style and its script by digest, and holds no other", () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)![1];
  assertStringIncludes(policy, "default-src 'none'");
  for (const tag of ["style", "script"]) {
    const blocks = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))];
    assertEquals(blocks.length, 1);
    const digest = createHash("sha256").update(blocks[0][1]).digest("base64");
    assertStringIncludes(policy, `${tag}-src 'sha256-${digest}'`);
  }
  assertNotMatch(html, /<[^>]+ (?:style|on[a-z]+)=/);
  assertNotMatch(html.replaceAll(/data:image[^"]+/g, ""), /\b(?:src|href)="(?!#)[^"]/);
});

Deno.test("renderReport() gives the same bytes in another process", async () => {
  const script = fileURLToPath(new URL("./hash_report.ts", import.meta.url));
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["run", "-A", script] })
    .output();
  const digest = createHash("sha256").update(html).digest("hex");
  assertEquals(new TextDecoder().decode(stdout).trim(), digest);
  assertEquals(await renderReport(addDiagnoses(makeImageFixture())), html);
});

Deno.test("renderReport() stays within 5 MB for 9 runs of 6 snapshots", () => {
  assertLess(html.length, 5e6);
});

Deno.test("renderReport() draws points of the plane over the modes, and has no neighbours then", async () => {
  const points = await renderReport(makePointFixture());
  assertEquals(points.split(`class="scatter"`).length - 1, 2 * 5 * 6 + 1);
  assertEquals(points.includes(`id="neighbours"`), false);
});

Deno.test("renderReport() keeps data from becoming markup", async () => {
  const poisoned = await renderReport(poisonReport(images));
  assertEquals(poisoned.split("<script>").length, 2);
  assertEquals(poisoned.split("<!--assay:run-->").length, 2);
  assertNotMatch(poisoned, /<img src=x|<\/style>[\s\S]*<\/style>/);
  assertStringIncludes(poisoned, "&lt;img src=x onerror=globalThis.pwned=1&gt;]]&gt;");
  assertStringIncludes(poisoned, "é漢字");
});

Deno.test("renderReport() reads on when every run of a variant diverged and nothing is claimed", async () => {
  const runs = images.runs.map((run) => ({
    ...run,
    evaluation: {
      ...run.evaluation,
      status: "diverged" as const,
      metrics: {},
      curve: [],
      histogram: [],
    },
    snapshots: [],
    neighbours: undefined,
    history: { step: [], discriminator_loss: [] },
  }));
  const variants = Object.fromEntries(
    Object.keys(images.experiment.variants).map((name) => [name, {
      runs: 3,
      diverged: [1, 2, 3].map((seed) => ({ seed, reason: "generator_loss is NaN at step 1" })),
      metrics: {},
    }]),
  );
  const comparison = { ...images.comparison, variants, claims: [] };
  const bare = await renderReport({ ...images, comparison, runs, judgeAccuracy: 0.9 });
  const text = readText(bare);
  assertStringIncludes(text, "9 of 9 runs diverged and count in no average");
  assertStringIncludes(text, "right on only 90 %");
  assertNotMatch(text, /NaN(?! at step)|undefined|\[object/);
});

Deno.test("renderReport() refuses a metric that the catalogue does not know", async () => {
  const runs = images.runs.map((run) => ({
    ...run,
    evaluation: { ...run.evaluation, curve: [{ step: 1, metrics: { fid: 3 } }] },
  }));
  await assertRejects(
    () => renderReport({ ...images, runs }),
    RangeError,
    `there is no such metric`,
  );
});
