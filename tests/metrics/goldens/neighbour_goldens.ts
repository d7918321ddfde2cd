import {
  classifyByNeighbours,
  classifyByProbe,
  compareNeighbourhoods,
  findNearestOthers,
  findNearestRows,
  fitLinearProbe,
  measureAccuracy,
  measureDensityCoverage,
  measurePrecisionRecall,
  testNearestNeighbours,
} from "../../../src/metrics/mod.ts";
import { readGoldenMatrix } from "../read_golden_matrix.ts";
import type { Computed, GoldenMetric } from "./golden_metric.ts";

/** Neighbours and classifiers of features. */
export const NEIGHBOUR_GOLDENS: readonly GoldenMetric[] = [
  {
    label: "Precision, recall, density, coverage",
    golden: "prdc",
    calls: ["compareNeighbourhoods", "measurePrecisionRecall", "measureDensityCoverage"],
    definition:
      "shares of points in balls up to the k-th neighbour, with < (prdc) or ≤ (Kynkäänniemi)",
    references: ["prdc", "torch-fidelity"],
    compute: ({ inputs, params, expected }) => {
      const real = readGoldenMatrix(inputs.real);
      const fake = inputs.fake === "same as real" ? real : readGoldenMatrix(inputs.fake);
      const values: Record<string, Computed> = {};
      for (const neighbour of params.k as unknown as number[]) {
        const counts = compareNeighbourhoods(fake, real, { neighbour });
        const found = { ...measurePrecisionRecall(counts), ...measureDensityCoverage(counts) };
        const improved = `k${neighbour}_improved_precision_recall`;
        const touching = measurePrecisionRecall(counts, { countsTouching: true });
        for (const [name, value] of Object.entries(found)) values[`k${neighbour}.${name}`] = value;
        if (expected[improved] === undefined) continue;
        for (const [name, value] of Object.entries(touching)) values[`${improved}.${name}`] = value;
      }
      return values;
    },
  },
  {
    label: "k-NN accuracy",
    golden: "knn",
    calls: ["classifyByNeighbours", "findNearestRows", "findNearestOthers"],
    definition: "majority of the k nearest training rows; a tie goes to the lowest class",
    references: ["scikit-learn"],
    compute: ({ inputs, params }) => {
      if (inputs.x_train === undefined) return {};
      const features = readGoldenMatrix(inputs.x_train), queries = readGoldenMatrix(inputs.x_test);
      const { y_train: labels, y_test: truth, k } = params as unknown as Record<string, number[]>;
      const others = [...findNearestOthers(features).indices].map((row) => labels[row]);
      const values: Record<string, Computed> = {
        leave_one_out_1nn_train_accuracy: measureAccuracy(others, labels),
        nearest_train_index: findNearestRows(queries, features).indices,
      };
      for (const count of k) {
        const predictions = classifyByNeighbours(queries, { features, labels }, { count });
        values[`k${count}.predictions`] = predictions;
        values[`k${count}.accuracy`] = measureAccuracy(predictions, truth);
      }
      return values;
    },
  },
  {
    label: "1-NN two-sample test",
    golden: "knn",
    calls: ["testNearestNeighbours"],
    definition: "leave-one-out accuracy of telling real from fake by the nearest other point",
    references: ["scikit-learn"],
    compute: ({ inputs }): Record<string, Computed> => {
      if (inputs.real === undefined) return {};
      const [fake, real] = [inputs.fake, inputs.real].map(readGoldenMatrix);
      const { accuracy, realAccuracy, fakeAccuracy } = testNearestNeighbours(fake, real);
      return { accuracy, accuracy_real: realAccuracy, accuracy_fake: fakeAccuracy };
    },
  },
  {
    label: "Linear probe",
    golden: "linear_probe",
    calls: ["fitLinearProbe", "classifyByProbe", "measureAccuracy"],
    definition: "argmin C Σ cross-entropy + ‖W‖² / 2",
    references: ["scikit-learn"],
    compute: ({ inputs, params, expected }) => {
      const features = readGoldenMatrix(inputs.x_train), held = readGoldenMatrix(inputs.x_test);
      const { y_train: labels, y_test: truth } = params as unknown as Record<string, number[]>;
      const { classes: classCount, C: strength } = params;
      const d = features.columns;
      const probe = fitLinearProbe({ features, labels }, { classCount, strength });
      const predictions = classifyByProbe(probe, held);
      const { data } = probe.weights;
      const losses = truth.map((label, row) => {
        const logits = Array.from({ length: classCount }, (_, c) => {
          let logit = probe.intercepts[c];
          for (let k = 0; k < d; k++) logit += data[c * d + k] * held.data[row * d + k];
          return logit;
        });
        return Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0)) - logits[label];
      });
      const values: Record<string, Computed> = {
        test_accuracy: measureAccuracy(predictions, truth),
        train_accuracy: measureAccuracy(classifyByProbe(probe, features), labels),
        objective: probe.objective,
        test_predictions: predictions,
        weights: data,
        intercept: probe.intercepts,
        test_mean_nll: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
      };
      if (expected.single_logit === undefined) return values;
      // One logit of strength C is two of half of it.
      const single = fitLinearProbe({ features, labels }, { classCount, strength: strength / 2 });
      const { data: weights } = single.weights;
      return {
        ...values,
        "single_logit.weights": weights.slice(d).map((weight, k) => weight - weights[k]),
        "single_logit.intercept": single.intercepts[1] - single.intercepts[0],
        "single_logit.test_accuracy": measureAccuracy(classifyByProbe(single, held), truth),
      };
    },
  },
];
