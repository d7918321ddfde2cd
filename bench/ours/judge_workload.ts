import type { Engine } from "../../src/engine/engine.ts";
import { drawIntegers } from "../../src/engine/random.ts";
import { disposeTree } from "../../src/engine/tensor_tree.ts";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import { initJudge } from "../../src/networks/judge.ts";
import { gatherSamples } from "../../src/training/batches.ts";
import { trainJudge } from "../../src/training/train_judge.ts";
import type { JudgeWork } from "../work.ts";
import { Gate } from "./gate.ts";
import { loadData } from "./load_data.ts";
import { storeTensor } from "./store_tensor.ts";
import type { Workload } from "./workload.ts";

const SEED = 1;
/** So many that the falling learning rate stays where it starts. */
const STEP_COUNT = 10_000_000;

/** Steps of the judge's training, as `trainJudge` takes them. */
export async function makeJudgeWorkload(engine: Engine, work: JudgeWork): Promise<Workload> {
  if (work.shape.kind !== "images") throw new RangeError("Cannot judge points: images are wanted");
  const { size } = work.shape;
  const { set, labels } = await loadData(work.shape);
  const gate = new Gate((gate) =>
    trainJudge(engine, {
      data: set,
      labels,
      batchSize: work.batchSize,
      stepCount: STEP_COUNT,
      seed: SEED,
      afterStep: (step) => gate.pass(step),
    })
  );
  return {
    fixture: () => {
      const parameters = initJudge({ seed: SEED, stream: "init/judge", step: 0 }, size);
      const tensors: Record<string, StoredTensor> = Object.fromEntries(
        Object.entries(parameters).map(([name, tensor]) => [name, storeTensor(tensor)]),
      );
      const all = gatherSamples(set, Array.from({ length: set.count }, (_, index) => index));
      tensors.data = storeTensor(all);
      tensors.labels = { dtype: "I32", shape: [set.count], data: Int32Array.from(labels) };
      const key = { seed: SEED, stream: "judge/check", step: 0 };
      const data = Int32Array.from(drawIntegers(key, work.batchSize, set.count));
      tensors.indices = { dtype: "I32", shape: [1, work.batchSize], data };
      disposeTree(parameters, all);
      return tensors;
    },
    // The loop keeps its losses to itself: what the judge computes is held by its accuracy.
    check: () => [],
    run: (count) => gate.run(count),
  };
}
