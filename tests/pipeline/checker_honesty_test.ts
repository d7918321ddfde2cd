/**
 * That the checks of the runner's promises can fail: each is made with its guard switched off, and then finds what the guard
 * is there for. Those of P1 and P2 are in `store/crash_test.ts`, of P3 in `damage_test.ts`, of P4 in
 * `store/shared_folder_test.ts`, of P8 in `archive/hostile_test.ts`, of P10 in `tests/browser/inert_test.ts`, of P11 in
 * `archive/verify_pack_test.ts`, of P13 in `run_inputs_test.ts`.
 *
 * @module
 */
import { assertEquals, assertNotEquals } from "@std/assert";
import { digestData } from "../../pipeline/digest.ts";
import type { Executor } from "../../pipeline/executor/executor.ts";
import { LocalExecutor } from "../../pipeline/executor/local_executor.ts";
import { ProcessGroup } from "../../pipeline/executor/process_group.ts";
import { makeStageKey } from "../../pipeline/key.ts";
import { isAlive } from "./fixtures/is_alive.ts";
import { STAGE_KINDS } from "./fixtures/stage_kinds.ts";
import { makeStage, PROJECT_ROOT, Workbench } from "./fixtures/workbench.ts";

/** Takes every end of a process for a success. */
const GULLIBLE: Executor = {
  submit: (...args) => {
    const execution = new LocalExecutor({ projectRoot: PROJECT_ROOT }).submit(...args);
    return {
      ...execution,
      result: execution.result.then((result) => {
        return result.status === "failed"
          ? { status: "done", value: undefined, peakRssBytes: 0 } as const
          : result;
      }),
    };
  },
};

Deno.test("P5: no record of a failed stage, but with an executor that takes any end for a success", async () => {
  for (const [options, expected] of [[{}, 0], [{ executor: GULLIBLE }, 1]] as const) {
    await using bench = await Workbench.open();
    await bench.run([makeStage("a", "fail-late")], options);
    assertEquals((await bench.listRecords()).length, expected);
  }
});

Deno.test("P6: equal parameters have one key, but for a key that is made of plain JSON", () => {
  const make = (params: { readonly [name: string]: number }, isPlain: boolean) => {
    const identity = { kind: "sum", params, inputs: {}, fingerprint: "f" };
    return isPlain ? digestData(JSON.stringify(identity)) : makeStageKey(identity);
  };
  const [left, right] = [{ a: 1, b: 2 }, { b: 2, a: 1 }];
  assertEquals(make(left, false), make(right, false));
  assertNotEquals(make(left, true), make(right, true));
  assertEquals(make({ a: 2 ** 53 }, true), make({ a: 2 ** 53 + 1 }, true), "which is refused");
});

Deno.test("P7: a result that differs is told, but for a kind that says it may differ", async () => {
  for (const volatile of [[], ["number"]]) {
    await using bench = await Workbench.open();
    const kinds = { "draw-random": { ...STAGE_KINDS["draw-random"], volatile } };
    const stages = [makeStage("a", "draw-random")];
    const first = await bench.run(stages, { kinds });
    const second = await bench.run(stages, { kinds, rerun: true });
    assertEquals(second.statuses, { a: "done" });
    assertEquals(second.results.a.record, first.results.a.record, "the first one stands");
    const { conflict } = second.results.a;
    assertEquals(conflict?.artifacts, volatile.length === 0 ? ["number"] : undefined);
    assertEquals((await bench.list("conflicts")).length, volatile.length === 0 ? 1 : 0);
  }
});

Deno.test("P9: a stage cannot read what is no input, but with Deno's checks off", async () => {
  const secret = await Deno.makeTempFile();
  const script = `await Deno.readTextFile(${JSON.stringify(secret)});`;
  const path = await Deno.makeTempFile({ suffix: ".js" });
  await Deno.writeTextFile(path, script);
  const run = async (...permissions: string[]) => {
    const args = ["run", "--quiet", "--no-prompt", ...permissions, path];
    return (await new Deno.Command(Deno.execPath(), { args }).output()).success;
  };
  assertEquals([await run("--allow-read=/nonexistent"), await run("-A")], [false, true]);
  await Promise.all([Deno.remove(secret), Deno.remove(path)]);
});

Deno.test({
  name: "P12: what a process has started ends with its group, but not with the process alone",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    for (const isWhole of [true, false]) {
      const child = new Deno.Command("sh", {
        args: ["-c", "sleep 1000 >/dev/null & echo $!; wait"],
        stdout: "piped",
        detached: true,
      }).spawn();
      const reader = child.stdout.getReader();
      const grandchild = Number(new TextDecoder().decode((await reader.read()).value));
      await reader.cancel();
      if (isWhole) new ProcessGroup(child).kill();
      else child.kill("SIGKILL");
      await child.status;
      await new Promise((resolve) => setTimeout(resolve, 50));
      assertEquals(isAlive(grandchild), !isWhole);
      if (!isWhole) Deno.kill(grandchild, "SIGKILL");
    }
  },
});
