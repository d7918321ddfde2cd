import { assertEquals, assertStringIncludes } from "@std/assert";
import { digestData } from "../../pipeline/digest.ts";
import type { RunEvent } from "../../pipeline/events.ts";
import type { DiskStore } from "../../pipeline/store/disk_store.ts";
import { makeStage, Workbench } from "./fixtures/workbench.ts";

const SOURCE = makeStage("source", "write-number", { params: { number: 41 } });
const SLOW = makeStage("slow", "count-slowly", {
  params: { stepCount: 5, stepMs: 100 },
  number: "source",
});

/** Edits the source's artifact once while the slow stage runs. */
function makeEditor(bench: Workbench): (event: RunEvent) => void {
  let isEdited = false;
  return (event) => {
    if (event.type !== "stage-progress" || isEdited) return;
    isEdited = true;
    const path = bench.store.locate(digestData("41"));
    Deno.removeSync(path);
    Deno.writeTextFileSync(path, "40");
  };
}

Deno.test("runGraph() records nothing of a stage whose input was edited while it ran, and runs it again", async () => {
  await using bench = await Workbench.open();
  const { statuses, results, events } = await bench.run([SOURCE, SLOW], {
    onEvent: makeEditor(bench),
  });
  assertEquals(statuses, { source: "done", slow: "done" });
  const started = events.flatMap((event) => event.type === "stage-started" ? [event.id] : []);
  assertEquals(started, ["source", "slow", "source", "slow"]);
  assertStringIncludes(JSON.stringify(events), "Cannot use the artifact");
  assertEquals(results.slow.record!.inputs, { number: digestData("41") });
  assertEquals(await bench.read(results.source), "41");
  assertEquals((await bench.listRecords()).length, 2);
});

Deno.test("the same test notices a store that verifies each input once only", async () => {
  await using bench = await Workbench.open();
  const verified = new Set<string>();
  const store = new Proxy(bench.store, {
    get: (target, name) => {
      const member = target[name as keyof DiskStore];
      if (typeof member !== "function") return member;
      const call = (member as (...args: unknown[]) => unknown).bind(target);
      if (name !== "verify") return call;
      return (artifact: { digest: string }, key: string) => {
        const isKnown = verified.has(key);
        verified.add(key);
        return isKnown ? Promise.resolve() : call(artifact, key);
      };
    },
  });
  const { events } = await bench.run([SOURCE, SLOW], { store, onEvent: makeEditor(bench) });
  const started = events.filter(({ type }) => type === "stage-started");
  assertEquals(started.length, 2, "the edit went unnoticed");
});

Deno.test("runGraph() ends with a reason when an artifact is damaged whenever it is computed", async () => {
  await using bench = await Workbench.open();
  const path = bench.store.locate(digestData("41"));
  const error = await bench.run([SOURCE, makeStage("next", "add-one", { number: "source" })], {
    onEvent: (event) => {
      if (event.type === "stage-finished" && event.id === "source") {
        Deno.removeSync(path);
        Deno.writeTextFileSync(path, "40");
      }
    },
  }).then(() => null, (thrown: Error) => thrown);
  assertEquals(error?.name, "EnvironmentError");
  assertStringIncludes(error!.message, "Check the disk");
});
