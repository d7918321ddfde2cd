import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import type { Verdict } from "../../src/diagnosis/mod.ts";
import type { Evaluation, ReportData } from "../../src/report/report_data.ts";
import { renderDiagnosisSection } from "../../src/report/sections/diagnosis_section.ts";
import { makeImageFixture } from "./fixture.ts";

/** The fixture with a diagnosis of every run, and of every snapshot. */
function diagnose(
  verdict: Verdict,
  { steps = [250, 500], text = "Seen." }: { steps?: readonly number[]; text?: string } = {},
): ReportData {
  const data = makeImageFixture();
  const runs = data.runs.map((run) => {
    const evaluation: Evaluation = {
      ...run.evaluation,
      diagnosis: {
        verdict,
        evidence: [text, "Decided too.", "By the way."],
        decisive: 2,
        changes: ["First change.", "Last change."],
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
  assertEquals(html.split("Last change.").length - 1, 9);
  assertStringIncludes(html, "collapse in 3 of 3 runs");
  assertStringIncludes(html, "step 250: healthy");
  assertStringIncludes(html, "step 500: collapse");
  assertStringIncludes(html, "<ul><li>Seen.</li><li>Last change.</li></ul>");
  assertMatch(
    html,
    /<summary>3 more sentences<\/summary>.*First change\..*Decided too\..*By the way\./,
  );
});

Deno.test("renderDiagnosisSection() explains the verdicts that occur, and no others", () => {
  const html = renderDiagnosisSection(diagnose("memorising"));
  const key = html.slice(html.indexOf("<dl"), html.indexOf("</dl>"));
  assertStringIncludes(key, "memorising");
  assertStringIncludes(key, "healthy");
  assertNotMatch(key, /collapse<\/span>|diverged|untrained/);
});

Deno.test("renderDiagnosisSection() shows at most 20 of 200 snapshots, the first and the last among them", () => {
  const steps = Array.from({ length: 200 }, (_, index) => 10 * (index + 1));
  const html = renderDiagnosisSection(diagnose("healthy", { steps }));
  const first = html.slice(html.indexOf("<ol"), html.indexOf("</ol>"));
  assertEquals(first.split("<li").length - 1, 20);
  assertStringIncludes(first, "step 10:");
  assertStringIncludes(first, "step 2,000:");
});

Deno.test("renderDiagnosisSection() keeps evidence from becoming markup, and is empty without a diagnosis", () => {
  const html = renderDiagnosisSection(diagnose("collapse", { text: "<img src=x>" }));
  assertStringIncludes(html, "&lt;img src=x&gt;");
  assertEquals(renderDiagnosisSection(makeImageFixture()), "");
});
