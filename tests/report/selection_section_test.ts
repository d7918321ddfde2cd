import { assertEquals, assertStringIncludes } from "@std/assert";
import { renderSelectionSection } from "../../src/report/sections/selection_section.ts";
import { makeImageFixture } from "./fixture.ts";
import { readText } from "./read_text.ts";

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
  const text = readText(html);
  assertEquals(html.split(`>40</data> <span role="img" aria-label="chosen"`).length - 1, 8);
  assertStringIncludes(text, "× diverged: the discriminator’s loss is NaN at step 1,118");
  assertStringIncludes(text, "with the lowest value");
  assertStringIncludes(text, "10,000 real samples that no network was trained on");
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
  assertStringIncludes(html, `<th scope="col"><data value="42">42</data></th>`);
  assertEquals(html.split(`<th scope="col">`).length - 1, 1 + 9);
  assertStringIncludes(html, "with the highest value");
});

Deno.test("renderSelectionSection() is empty where the last step counts", () => {
  assertEquals(renderSelectionSection(makeImageFixture()), "");
});
