import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { drawIntegers } from "../../src/engine/random.ts";
import { disposeTree } from "../../src/engine/tensor_tree.ts";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import { applyJudge, initJudge } from "../../src/networks/judge.ts";
import type { Parameters } from "../../src/networks/network.ts";
import { crossEntropy } from "../../src/objectives/cross_entropy.ts";
import { gatherSamples } from "../../src/training/batches.ts";
import { trainJudge } from "../../src/training/train_judge.ts";
import type { JudgeWork } from "../work.ts";
import { Gate } from "./gate.ts";
import { loadData } from "./load_data.ts";
import { storeTensor } from "./store_tensor.ts";
import type { Workload } from "./workload.ts";

const SEED = 1;
const CLASS_COUNT = 10;
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
  const indices = drawIntegers(
    { seed: SEED, stream: "judge/check", step: 0 },
    work.batchSize,
    set.count,
  );
  const initialise = () => initJudge({ seed: SEED, stream: "init/judge", step: 0 }, size);
  return {
    fixture: () => {
      const parameters = initialise();
      const tensors: Record<string, StoredTensor> = Object.fromEntries(
        Object.entries(parameters).map(([name, tensor]) => [name, storeTensor(tensor)]),
      );
      const all = gatherSamples(set, Array.from({ length: set.count }, (_, index) => index));
      tensors.data = storeTensor(all);
      tensors.labels = { dtype: "I32", shape: [set.count], data: Int32Array.from(labels) };
      const shape = [1, work.batchSize];
      tensors.indices = { dtype: "I32", shape, data: Int32Array.from(indices) };
      disposeTree(parameters, all);
      return tensors;
    },
    check: () => {
      // The loop keeps its losses to itself: this is the first one's.
      const measure = engine.compile(
        "check_judge",
        (parameters: Parameters, images: tf.Tensor, oneHot: tf.Tensor): tf.Tensor =>
          crossEntropy(applyJudge(parameters, images).logits, oneHot),
      );
      const chosen = Int32Array.from(indices, (index) => labels[index]);
      const parameters = initialise();
      const images = gatherSamples(set, indices);
      const oneHot = tf.oneHot(tf.tensor1d(chosen, "int32"), CLASS_COUNT).toFloat();
      const loss = measure(parameters, images, oneHot);
      const value = loss.dataSync()[0];
      disposeTree(parameters, images, oneHot, loss);
      return [[value]];
    },
    run: (count) => gate.run(count),
  };
}
