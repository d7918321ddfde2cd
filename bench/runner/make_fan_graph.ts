import type { StageKind, StageNode } from "../../pipeline/mod.ts";

/** Kind of every stage of the graph. */
export const COPY_KIND: StageKind = {
  kind: "copy",
  module: new URL("./copy_stage.ts", import.meta.url).href,
  outputs: { text: "text.txt" },
  resources: { threads: 1, memoryMb: 50 },
  permissions: {},
};

/**
 * The graph on which runners are compared: a root, `count - 2` stages that copy what it wrote, each with a parameter of
 * its own, and one that joins them all.
 *
 * @param count Stages, three or more.
 * @returns They, in an order in which they can run.
 */
export function makeFanGraph(count: number): StageNode[] {
  const makeNode = (id: string, inputs: StageNode["inputs"], params: StageNode["params"]) => ({
    id,
    kind: COPY_KIND.kind,
    params,
    inputs,
  });
  const root = makeNode("root", {}, { text: "A text that every stage copies.\n" });
  const middle = Array.from(
    { length: count - 2 },
    (_, index) =>
      makeNode(`middle/${index}`, { root: { stage: "root", artifact: "text" } }, { index }),
  );
  const join = makeNode(
    "join",
    Object.fromEntries(middle.map(({ id }) => [id, { stage: id, artifact: "text" }])),
    {},
  );
  return [root, ...middle, join];
}
