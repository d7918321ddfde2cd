import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { type Evidence, nameVerdict, type Verdict } from "../../src/diagnosis/mod.ts";
import type { Evaluation, ReportData } from "../../src/report/report_data.ts";
import { renderDiagnosisSection } from "../../src/report/sections/diagnosis_section.ts";
import { makeImageFixture } from "./fixture.ts";
import { listUntranslated } from "./list_untranslated.ts";
import { readText } from "./read_text.ts";

function change(from: number): Evidence {
  const [before, after] = [nameVerdict("healthy"), nameVerdict("collapse")];
  return {
    says: "evidence.change",
    values: { from, to: from + 100, before, after, numbers: "" },
  };
}

/** The fixture with a diagnosis of every run, and of every snapshot. */
function diagnose(
  verdict: Verdict,
  { steps = [250, 500], reason = "Seen" }: { steps?: readonly number[]; reason?: string } = {},
): ReportData {
  const data = makeImageFixture();
  const runs = data.runs.map((run) => {
    const evaluation: Evaluation = {
      ...run.evaluation,
      diagnosis: {
        verdict,
        evidence: [
          { says: "evidence.ended_early", values: { reason } },
          {
            says: "evidence.near_mode",
            values: { share: { percent: 3 }, wanted: { percent: 99.5 }, bound: "" },
          },
          { says: "evidence.vanished_gradient", values: { from: 1234.5, to: 0.01 } },
        ],
        decisive: 2,
        changes: [change(100), change(200)],
      },
      curve: steps.map((step, place) => ({
        step,
        metrics: {},
        diagnosis: {
          verdict: place === 0 ? "healthy" : verdict,
          evidence: [],
          decisive: 0,
          signs: {},
        },
      })),
    };
    return { ...run, evaluation };
  });
  return { ...data, runs };
}

Deno.test("renderDiagnosisSection() says verdict, snapshots and reasons of each run in words", () => {
  const html = renderDiagnosisSection(diagnose("collapse"));
  const text = readText(html);
  assertEquals(text.split("From step 200 to 300 healthy became collapse.").length - 1, 9);
  assertStringIncludes(text, "collapse in 3 of 3 runs");
  assertStringIncludes(text, "step 250: healthy");
  assertStringIncludes(html, `title="step 500: collapse"`);
  assertStringIncludes(text, "Training ended early: Seen. From step 200 to 300");
  assertMatch(
    text,
    /3 more sentences Earlier changes From step 100 .* What decided besides 3 % of the samples lie near a mode.* What else was seen .* from 1,235 to 0\.01\./,
  );
});

Deno.test("renderDiagnosisSection() leaves no words that the page cannot translate", () => {
  const html = renderDiagnosisSection(diagnose("partial collapse"));
  assertEquals(listUntranslated(html), ["vanilla", "Seen", "dcgan", "minibatch-discrimination"]);
});

Deno.test("renderDiagnosisSection() explains the verdicts that occur, and no others", () => {
  const html = renderDiagnosisSection(diagnose("memorising"));
  const key = html.slice(html.indexOf("<dl"), html.indexOf("</dl>"));
  assertStringIncludes(key, "memorising");
  assertStringIncludes(key, "healthy");
  assertNotMatch(key, /collapse|diverged|untrained/);
});

Deno.test("renderDiagnosisSection() shows at most 20 of 200 snapshots, the first and the last among them", () => {
  const steps = Array.from({ length: 200 }, (_, index) => 10 * (index + 1));
  const html = renderDiagnosisSection(diagnose("healthy", { steps }));
  const first = html.slice(html.indexOf("<ol"), html.indexOf("</ol>"));
  assertEquals(first.split("<li").length - 1, 20);
  assertStringIncludes(first, `title="step 10: healthy"`);
  assertStringIncludes(first, `title="step 2,000: healthy"`);
});

Deno.test("renderDiagnosisSection() keeps evidence from becoming markup, and is empty without a diagnosis", () => {
  const html = renderDiagnosisSection(diagnose("collapse", { reason: "<img src=x>" }));
  assertStringIncludes(html, "&lt;img src=x&gt;");
  assertEquals(renderDiagnosisSection(makeImageFixture()), "");
});
