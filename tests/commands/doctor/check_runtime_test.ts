import { assertEquals } from "@std/assert";
import { checkRuntime } from "../../../src/commands/doctor/check_runtime.ts";

const MEMORY = { available: 8e9, total: 16e9 };

function findStatus(name: string, facts: Parameters<typeof checkRuntime>[0]): string {
  return checkRuntime(facts).find((check) => check.name === name)!.status;
}

Deno.test("checkRuntime() warns of an older Deno, not of another patch level", () => {
  const versions = {
    "1.46.3": "warn",
    "2.8.9": "warn",
    "2.9.0": "ok",
    "2.10.1": "ok",
    "3.0.0": "ok",
  };
  for (const [deno, status] of Object.entries(versions)) {
    assertEquals(findStatus("deno", { deno, memory: MEMORY }), status, deno);
  }
});

Deno.test("checkRuntime() warns when a training may not fit into memory", () => {
  assertEquals(findStatus("memory", { memory: MEMORY }), "ok");
  assertEquals(findStatus("memory", { memory: { ...MEMORY, available: 2e9 } }), "warn");
});
