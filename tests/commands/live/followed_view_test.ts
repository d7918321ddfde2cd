import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import type { JsonObject, RunEvent } from "../../../pipeline/mod.ts";
import { RunJournal } from "../../../pipeline/journal/mod.ts";
import { FollowedViews } from "../../../src/commands/live/followed_views.ts";
import { parseExperiment } from "../../../src/experiment/parse.ts";
import { encodePreview } from "../../../src/stages/encode_preview.ts";

const EXPERIMENT = parseExperiment({
  name: "ring",
  question: "Does it <run>?",
  dataset: { kind: "ring" },
  seeds: [1, 2],
  variants: { vanilla: {} },
}, { file: "ring.ts" });
const ABOUT = {
  ...{ viewName: "ring", experiment: EXPERIMENT, command: "deno task run ring.ts" },
  verifyCommand: "deno task verify",
} as unknown as JsonObject;
const TRAINING = "train-gan/vanilla/seed=1";
const PREVIEW = encodePreview(
  { dtype: "U8", shape: [1, 1, 1], data: Uint8Array.of(7) },
  null,
);

const PROGRESS: RunEvent = {
  type: "stage-progress",
  id: TRAINING,
  progress: { done: 5, total: 10, unit: "steps", values: { d_real: 0.5 }, preview: PREVIEW },
};

async function withResults(run: (results: string, views: FollowedViews) => void): Promise<void> {
  const results = await Deno.makeTempDir();
  const views = new FollowedViews(results);
  try {
    run(results, views);
  } finally {
    views.close();
    await Deno.remove(results, { recursive: true });
  }
}

Deno.test("a followed view goes from what its experiment asks to what runs, and ends as the published report", async () => {
  await withResults((results, views) => {
    const folder = join(results, "ring");
    const plan = [TRAINING, "report"].map((id) => ({
      ...{ id, kind: id.split("/")[0], status: "missing" as const, key: null },
      ...{ reason: "never run", record: null },
    }));
    const journal = RunJournal.open(join(folder, "live"), ABOUT, plan)!;
    assertEquals(views.listNames(), ["ring"]);
    const view = views.find("ring")!;
    view.update();
    assertEquals(view.channel.get("phase"), "running");
    assertStringIncludes(view.document, "Does it &lt;run&gt;?");

    journal.note({ type: "stage-started", id: TRAINING, reason: "never run" });
    journal.note(PROGRESS);
    view.update();
    assertStringIncludes(view.channel.get("stages"), TRAINING);
    assertStringIncludes(view.channel.get("stages"), `value="5"`);
    assertStringIncludes(view.channel.get("preview/00000"), `src="data:image/png;base64,`);
    assertStringIncludes(view.channel.get("previews"), "Newest samples");

    Deno.writeTextFileSync(join(folder, "report.html"), "<p>the report</p>");
    journal.close("complete", true);
    view.update();
    assertEquals(view.channel.get("phase"), "complete");
    assertEquals(view.document, "<p>the report</p>");
    assertEquals(["stages", "preview/00000", "previews"].map((name) => view.channel.get(name)), [
      "",
      "",
      "",
    ]);
    assert(view.isSettled);
  });
});

Deno.test("a followed view says that its runner was killed, and keeps what that had told", async () => {
  await withResults((results, views) => {
    const live = join(results, "ring", "live");
    const journal = RunJournal.open(live, ABOUT, [])!;
    journal.note({ type: "stage-started", id: TRAINING, reason: "never run" });
    journal.note(PROGRESS);
    const path = join(live, "journal.jsonl");
    const text = Deno.readTextFileSync(path);
    Deno.writeTextFileSync(path, text.replace(`-${Deno.pid}-`, "-4194305-"));
    const view = views.find("ring")!;
    view.update();
    assertEquals(view.channel.get("phase"), "gone");
    assertStringIncludes(view.channel.get("summary"), "killed");
    assertStringIncludes(view.channel.get("stages"), TRAINING);
    journal.close("stopped", false);
  });
});

Deno.test("views are what has a report or a journal, and no other folder", async () => {
  await withResults((results, views) => {
    for (const name of ["ring", "other", ".store"]) Deno.mkdirSync(join(results, name));
    for (const name of ["ring", ".store"]) {
      Deno.writeTextFileSync(join(results, name, "report.html"), "<p>");
    }
    assertEquals(views.listNames(), ["ring"]);
    assertEquals([views.find("other"), views.find(".store"), views.find("..")], [null, null, null]);
    const view = views.find("ring")!;
    view.update();
    assertEquals([view.channel.get("phase"), view.document], ["complete", "<p>"]);
    assertEquals(views.readIndex(), null);
    Deno.writeTextFileSync(join(results, "index.html"), "<p>all");
    assertEquals(views.readIndex(), "<p>all");
  });
});
