import { assertEquals, assertStringIncludes } from "@std/assert";
import { renderSelectionSection } from "../../src/report/sections/selection_section.ts";
import { makeImageFixture } from "./fixture.ts";

Deno.test("renderSelectionSection() marks the chosen step of each run, and names the splits", () => {
  const data = makeImageFixture();
  const runs = data.runs.map((run) => ({
    ...run,
    evaluation: {
      ...run.evaluation,
      selection: {
        metric: "frechet_distance_2k",
        validationCount: 10_000,
        step: 500,
        curve: [{ step: 250, value: 80 }, { step: 500, value: 40 }, { step: 750, value: 60 }],
      },
    },
  }));
  const html = renderSelectionSection({ ...data, runs });
  // Eight runs; the one that diverged has no choice to show.
  assertEquals(html.split(`40 <span aria-label="chosen">✓</span>`).length - 1, 8);
  assertStringIncludes(html, "× diverged: discriminator_loss is NaN at step 1118");
  assertStringIncludes(html, "with the lowest value");
  assertStringIncludes(html, "10,000 real samples that no network was trained on");
});

Deno.test("renderSelectionSection() keeps every chosen step among the few of many that it shows", () => {
  const data = makeImageFixture();
  const curve = Array.from(
    { length: 100 },
    (_, index) => ({ step: index + 1, value: index + 0.5 }),
  );
  const runs = data.runs.map((run) => ({
    ...run,
    evaluation: {
      ...run.evaluation,
      selection: { metric: "class_entropy", validationCount: 500, step: 42, curve },
    },
  }));
  const html = renderSelectionSection({ ...data, runs });
  assertStringIncludes(html, `<th scope="col">42</th>`);
  assertEquals(html.split(`<th scope="col">`).length - 1, 1 + 9);
  assertStringIncludes(html, "with the highest value");
});

Deno.test("renderSelectionSection() is empty where the last step counts", () => {
  assertEquals(renderSelectionSection(makeImageFixture()), "");
});
