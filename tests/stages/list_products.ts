import * as tf from "@tensorflow/tfjs";

/** Which matrices the engine multiplied while something was done: the shapes of each two. */
export async function listProducts(work: () => unknown): Promise<string[]> {
  const { kernels } = await tf.profile(async () => {
    await work();
    return {};
  });
  return kernels.filter(({ name }) => name === "BatchMatMul")
    .map(({ inputShapes }) => inputShapes.map((shape) => shape?.join(" × ")).join(" with "));
}
