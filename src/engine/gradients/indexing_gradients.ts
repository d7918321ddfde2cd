import * as tf from "@tensorflow/tfjs";

/** Indices are integers: a change of theirs has no derivative. */
function zerosLikeIndices(indices: tf.Tensor): () => tf.Tensor {
  return () => tf.zeros(indices.shape);
}

/** tfjs's own gradient, with zeros for indices that come from x, as an argMax, where it throws. */
function withIndices(kernelName: string, indicesName: string): tf.GradConfig {
  const own = tf.getGradient(kernelName);
  return {
    ...own,
    gradFunc: (dy, saved, attributes) => ({
      ...own.gradFunc(dy, saved, attributes),
      [indicesName]: zerosLikeIndices(saved[saved.length - 1]),
    }),
  };
}

/**
 * Gradients of operations that read and write at indices: each is the other one. tfjs-core 4.22 has those of `gather` and
 * `unsortedSegmentSum` only.
 */
export const INDEXING_GRADIENTS: readonly tf.GradConfig[] = [
  withIndices("GatherV2", "indices"),
  withIndices("UnsortedSegmentSum", "segmentIds"),
  {
    kernelName: "GatherNd",
    inputsToSave: ["params", "indices"],
    gradFunc: (dy, [params, indices]) => ({
      params: () => tf.scatterND(indices, dy as tf.Tensor, params.shape),
      indices: zerosLikeIndices(indices),
    }),
  },
  {
    kernelName: "ScatterNd",
    inputsToSave: ["indices"],
    gradFunc: (dy, [indices]) => ({
      updates: () => tf.gatherND(dy as tf.Tensor, indices),
      indices: zerosLikeIndices(indices),
    }),
  },
  {
    kernelName: "TensorScatterUpdate",
    inputsToSave: ["indices", "updates"],
    gradFunc: (dy, [indices, updates]) => ({
      tensor: () => tf.tensorScatterUpdate(dy as tf.Tensor, indices, tf.zerosLike(updates)),
      updates: () => tf.gatherND(dy as tf.Tensor, indices),
      indices: zerosLikeIndices(indices),
    }),
  },
  {
    kernelName: "SparseToDense",
    inputsToSave: ["sparseIndices", "sparseValues"],
    gradFunc: (dy, [indices, values]) => {
      const places = indices.rank < 2 ? tf.reshape(indices, [-1, 1]) : indices;
      const atPlaces = tf.gatherND(dy as tf.Tensor, places);
      return {
        sparseIndices: zerosLikeIndices(indices),
        sparseValues: () => values.rank === 0 ? tf.sum(atPlaces) : atPlaces,
        defaultValue: () => tf.sub(tf.sum(dy as tf.Tensor), tf.sum(atPlaces)),
      };
    },
  },
  {
    kernelName: "Bincount",
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({
      x: zerosLikeIndices(x),
      weights: () => tf.gather(dy as tf.Tensor, x as tf.Tensor1D),
    }),
  },
  {
    kernelName: "TopK",
    inputsToSave: ["x"],
    outputsToSave: [false, true],
    gradFunc: (dys, [x, indices]) => ({
      x: () => {
        const count = x.shape[x.rank - 1];
        const places = tf.oneHot(tf.cast(indices, "int32"), count, 1, 0, "float32");
        return tf.sum(tf.mul(tf.expandDims((dys as tf.Tensor[])[0], -1), places), -2);
      },
    }),
  },
];
