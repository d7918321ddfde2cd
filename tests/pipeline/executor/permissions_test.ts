import { assert, assertEquals, assertLess } from "@std/assert";
import { dirname } from "node:path";
import { listPermissions } from "../../../pipeline/executor/permissions.ts";
import { STAGE_KINDS } from "../fixtures/stage_kinds.ts";

const [kind] = Object.values(STAGE_KINDS);
const PLACES = { folder: "/r/.store/tmp/a", projectRoot: "/p" };

/** What a stage with so many inputs of the store may read. */
function listReadable(count: number): { inputs: string[]; argument: string; paths: string[] } {
  const inputs = Array.from({ length: count }, (_, at) => {
    const name = at.toString(16).padStart(64, "0");
    return `/r/.store/objects/${name.slice(-2)}/${name}`;
  });
  const task = {
    ...{ id: "a", module: "", params: {}, environment: {}, outputs: {} },
    inputs: Object.fromEntries(inputs.map((path, at) => [`input/${at}`, path])),
    checkpointPath: "/r/.store/checkpoints/a/checkpoint",
  };
  const argument = listPermissions(kind, task, PLACES)
    .find((one) => one.startsWith("--allow-read="))!;
  return { inputs, argument, paths: argument.slice("--allow-read=".length).split(",") };
}

Deno.test("listPermissions() lets a stage read its inputs and nothing beside them", () => {
  const { inputs, paths } = listReadable(3);
  assertEquals(paths, ["/r/.store/tmp/a", "/r/.store/checkpoints/a", ...inputs]);
});

Deno.test("listPermissions() fits into an argument, however many inputs there are", () => {
  const { inputs, argument, paths } = listReadable(20_000);
  assertLess(argument.length, 128 * 1024);
  assert(inputs.every((path) => paths.includes(dirname(path))));
});
