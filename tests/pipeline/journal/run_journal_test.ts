import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import type { RunEvent } from "../../../pipeline/events.ts";
import {
  findPhase,
  JournalFollower,
  readJournal,
  RunJournal,
} from "../../../pipeline/journal/mod.ts";
import type { PlannedStage } from "../../../pipeline/plan.ts";
import type { StageProgress } from "../../../pipeline/stage.ts";

const ABOUT = { experiment: "ring" };
/** Eight bytes in base64. */
const PREVIEW = "iVBORw0KGgo=";

function plan(...ids: string[]): PlannedStage[] {
  return ids.map((id) => ({
    ...{ id, kind: "train-gan", status: "missing", key: null, reason: "never run", record: null },
  } as PlannedStage));
}

function report(done: number, rest: Partial<StageProgress> = {}): RunEvent {
  return { type: "stage-progress", id: "a", progress: { done, total: 9, unit: "steps", ...rest } };
}

const START: RunEvent = { type: "stage-started", id: "a", reason: "never run" };

function finish(id: string, key: string | null): RunEvent {
  return { type: "stage-finished", id, status: "done", elapsedMs: 1, reason: "never run", key };
}

async function withFolder(run: (folder: string) => void): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    run(join(folder, "live"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a journal tells a follower what ran, how far it is, and its newest numbers", async () => {
  await withFolder((folder) => {
    const follower = new JournalFollower(folder);
    assertEquals([follower.poll(), follower.state], [false, null]);
    const journal = RunJournal.open(folder, ABOUT, plan("a", "b"))!;
    journal.note(START);
    journal.note(report(1, { values: { loss: 0.5 } }));
    assert(follower.poll());
    const state = follower.state!;
    assertEquals(state.head.about, ABOUT);
    assertEquals(state.progress.running.get("a")!.last!.progress.done, 1);
    assertEquals(state.series.get("a"), [{ done: 1, values: { loss: 0.5 } }]);
    assertEquals(findPhase(state), "running");
    assertEquals(follower.poll(), false);
    journal.note(finish("a", "k".repeat(64)));
    journal.close("complete", true);
    assert(follower.poll());
    assertEquals(state.keys.get("a"), "k".repeat(64));
    assertEquals([findPhase(state), state.end!.isPublished], ["complete", true]);
  });
});

Deno.test("a journal keeps two entries a second of a stage at most, its last one always, and the newest preview", async () => {
  await withFolder((folder) => {
    const journal = RunJournal.open(folder, ABOUT, plan("a"))!;
    journal.note(START);
    for (let done = 1; done <= 9; done++) {
      journal.note(
        report(done, { values: { loss: done }, ...(done < 4 ? { preview: PREVIEW } : {}) }),
      );
    }
    const state = readJournal(folder)!;
    assertEquals(state.series.get("a")!.map(({ done }) => done), [1, 9]);
    assertEquals(state.previews.get("a"), 3);
    assertEquals(Deno.readFileSync(join(folder, "a.preview")).length, 8);
    assert(!Deno.readTextFileSync(join(folder, "journal.jsonl")).includes("base64"));
    journal.close("complete", true);
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["journal.jsonl"]);
  });
});

Deno.test("a run after one that was killed goes on in its journal, past the line that was cut", async () => {
  await withFolder((folder) => {
    const first = RunJournal.open(folder, ABOUT, plan("a"))!;
    first.note(START);
    first.note(report(4, { values: { loss: 4 } }));
    const path = join(folder, "journal.jsonl");
    assert(RunJournal.isOpen(folder));
    // A runner that is at work has the journal to itself.
    assertEquals(RunJournal.open(folder, ABOUT, plan("a")), null);
    const gone = Deno.readTextFileSync(path).replace(`-${Deno.pid}-`, "-4194305-");
    Deno.writeTextFileSync(path, `${gone}{"at":1,"type":"stage-pro`);
    assertEquals(findPhase(readJournal(folder)!), "gone");
    const second = RunJournal.open(folder, ABOUT, plan("a"))!;
    second.note(START);
    second.note(report(3, { values: { loss: 3 } }));
    // The resumed stage is behind what it had told.
    assertEquals(readJournal(folder)!.series.get("a"), [{ done: 3, values: { loss: 3 } }]);
    assertEquals(findPhase(readJournal(folder)!), "running");
    second.close("stopped", false);
    assertEquals(findPhase(readJournal(folder)!), "stopped");
    assert(!RunJournal.isOpen(folder));
    first.close("stopped", false);
  });
});

Deno.test("a follower sees that a new run began a new journal", async () => {
  await withFolder((folder) => {
    const follower = new JournalFollower(folder);
    RunJournal.open(folder, ABOUT, plan("a"))!.close("complete", false);
    follower.poll();
    const journal = RunJournal.open(folder, ABOUT, plan("a", "b", "c"))!;
    assert(follower.poll());
    assertEquals(follower.state!.progress.total, 3);
    journal.close("complete", false);
  });
});

Deno.test("a journal that cannot be written stops nothing", async () => {
  await withFolder((folder) => {
    Deno.writeTextFileSync(folder, "a file is in the way");
    assertEquals(RunJournal.open(folder, ABOUT, plan("a")), null);
    assertEquals(readJournal(folder), null);
  });
});
