import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readJournal } from "../../pipeline/journal/mod.ts";
import { renderPartialReport } from "../../src/commands/live/render_partial_report.ts";
import { readAbout } from "../../src/commands/live/to_live_facts.ts";
import { BROWSERS } from "../../src/commands/doctor/check_browser.ts";
import { findProgram } from "../../src/commands/doctor/find_program.ts";
import { ProjectCopy } from "./project_copy.ts";
import { writeSmallRing } from "./small_ring.ts";

const SPEC = "experiments/small-ring.ts";
/** Long enough to be killed in the middle of a training. */
const STEPS = 20_000;
const OFTEN = { ASSAY_CHECKPOINT_SECONDS: "0.3" };

const browser = findProgram(BROWSERS);
const node = findProgram(["node"]);
if (browser === undefined || node === undefined) {
  console.log("Live pages are not tested in a browser: no Chromium or no Node on PATH");
}

/** Lines that a program writes, as they come. */
function readLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let all = "";
  return {
    /** The next line that matches; throws with all that was written where none comes. */
    async find(pattern: RegExp): Promise<string> {
      for (;;) {
        for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
          const line = text.slice(0, end);
          text = text.slice(end + 1);
          if (pattern.test(line)) return line;
        }
        const { done, value } = await reader.read();
        if (done) throw new Error(`No line matches ${pattern}:\n${all}`);
        text += value;
        all += value;
      }
    },
    rest: async () => {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        all += next.value;
      }
      return all;
    },
  };
}

Deno.test({
  name: "two browsers watch a real run that is killed and resumed, and both end as its report",
  ignore: browser === undefined || node === undefined || Deno.build.os !== "linux",
  async fn() {
    const project = await ProjectCopy.make();
    await project.write(SPEC, writeSmallRing({ seeds: [1, 2], stepCount: STEPS }));
    const runner = project.prepare(["run", SPEC, "--live"], OFTEN).spawn();
    const lines = readLines(runner.stderr);
    const url = (await lines.find(/^live: /)).slice("live: ".length);
    assertMatch(url, /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/small-ring\/$/);
    assertEquals(
      await listListeners(new URL(url).port),
      ["0100007F"],
      "only loopback is listened on",
    );
    const wrong = await fetch(url.replace(/[0-9a-f]{32}/, "0".repeat(32)));
    await wrong.body?.cancel();
    assertEquals(wrong.status, 404);
    const { mode } = await Deno.stat(join(project.results, ".live.json"));
    assertEquals(mode! & 0o777, 0o600);

    const script = fileURLToPath(new URL("./live_viewers.mjs", import.meta.url));
    const report = join(project.results, "small-ring", "report.html");
    const viewers = new Deno.Command(node!, {
      args: [script, url, report, browser!],
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const seen = readLines(viewers.stdout);
    await seen.find(/^a training is seen$/);
    const running = JSON.parse((await project.command(["status", SPEC, "--json"])).stdout);
    assertEquals(running.runs[0].phase, "running");
    const told = Object.values(running.runs[0].running as { values?: object }[])
      .filter(({ values }) => values !== undefined);
    assert(told.length > 0 && "generator_loss" in told[0].values!, "status has the newest numbers");
    runner.kill("SIGKILL");
    await runner.stdout.cancel();
    await lines.rest();
    await runner.status;
    await seen.find(/^the loss is seen$/);

    const { stdout } = await project.command(["status", SPEC]);
    assertMatch(stdout, /^small-ring: its runner was killed after /m);
    const resumed = await project.command(["run", SPEC, "--live"], OFTEN);
    assertEquals(resumed.code, 0, resumed.stderr);
    assert(resumed.stderr.includes(`live: ${url}`), "the address is the same");
    const text = await seen.rest();
    assertEquals((await viewers.status).code, 0, text);
    await checkPart(project.results);
    await project.remove();
  },
});

/** The report over one of four runs: it shows that one, and names the others as missing. */
async function checkPart(results: string): Promise<void> {
  const state = readJournal(join(results, "small-ring", "live"))!;
  const html = await renderPartialReport({
    results,
    about: readAbout(state),
    runs: ["vanilla/seed=2"],
    keys: Object.fromEntries(state.keys),
    statuses: Object.fromEntries(state.progress.ended),
  });
  for (const id of ["samples", "training", "metrics", "run"]) {
    assert(html.includes(`<section id="${id}">`), `the report over a part has "${id}"`);
  }
  assertEquals(html.match(/data-t="numbers\.missing"/g)?.length, 3);
}

/** Local addresses on which a port is listened on, as Linux writes them. */
async function listListeners(port: string): Promise<string[]> {
  const wanted = Number(port).toString(16).toUpperCase().padStart(4, "0");
  const LISTENING = "0A";
  const found: string[] = [];
  for (const table of ["tcp", "tcp6"]) {
    const rows = (await Deno.readTextFile(`/proc/net/${table}`)).trim().split("\n").slice(1);
    for (const row of rows) {
      const [_, local, __, state] = row.trim().split(/\s+/);
      const [address, own] = local.split(":");
      if (own === wanted && state === LISTENING) found.push(address);
    }
  }
  return found;
}
