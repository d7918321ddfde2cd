import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { chooseParzenSigma } from "../../src/metrics/choose_parzen_sigma.ts";
import { measureParzen } from "../../src/metrics/parzen.ts";
import { measureSilvermanDensity } from "../../src/metrics/silverman_density.ts";
import { makePoints } from "./make_points.ts";
import { assertGolden, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

for (const golden of readGolden("parzen_kde")) {
  const samples = readGoldenMatrix(golden.inputs.samples);
  const validation = readGoldenMatrix(golden.inputs.validation);
  const test = readGoldenMatrix(golden.inputs.test);
  const { expected } = golden;

  Deno.test(`measureParzen() gives the golden values of ${golden.name}`, () => {
    const { mean, standardError, values } = measureParzen(samples, test, {
      sigma: golden.params.sigma,
    });
    assertGolden(mean, expected.mean, golden);
    assertGolden(standardError, expected.standard_error_ddof1, golden);
    const population = standardError! * Math.sqrt(1 - 1 / test.rows);
    assertGolden(population, expected.standard_error_ddof0, golden);
    values.forEach((value, i) => assertGolden(value, expected.log_likelihood[i], golden));
  });

  Deno.test(`chooseParzenSigma() gives the golden values of ${golden.name}`, () => {
    const sigmas = golden.params.sigma_grid as unknown as number[];
    const choice = chooseParzenSigma(samples, validation, sigmas);
    assertEquals(choice.sigma, expected.best_sigma);
    choice.means.forEach((mean, i) =>
      assertGolden(mean, expected.validation_mean_by_sigma[i], golden)
    );
    const best = measureParzen(samples, test, { sigma: choice.sigma }).mean;
    assertGolden(best, expected.test_mean_at_best_sigma, golden);
  });

  Deno.test(`measureSilvermanDensity() gives the golden values of ${golden.name}`, () => {
    const { factor, values } = measureSilvermanDensity(samples, test);
    assertGolden(factor, expected.silverman.factor, golden);
    values.forEach((value, i) => assertGolden(value, expected.silverman.log_likelihood[i], golden));
  });
}

Deno.test("measureParzen() is a density: it integrates to 1", () => {
  const samples = makePoints({ rows: 7, columns: 1 });
  const step = 0.05;
  const grid = Float64Array.from({ length: 600 }, (_, i) => (i - 300) * step);
  const points = { data: grid, rows: grid.length, columns: 1 };
  const { values } = measureParzen(samples, points, { sigma: 0.7 });
  const total = values.reduce((sum, value) => sum + step * Math.exp(value), 0);
  assertAlmostEquals(total, 1, 1e-12);
  const silverman = measureSilvermanDensity(samples, points).values;
  assertAlmostEquals(silverman.reduce((sum, value) => sum + step * Math.exp(value), 0), 1, 1e-12);
});

Deno.test("measureParzen() falls when the test points move away, and keeps digits far off", () => {
  const samples = makePoints({ rows: 50, columns: 3 });
  const means = [0, 1, 10, 1000].map((mean) =>
    measureParzen(samples, makePoints({ rows: 50, columns: 3, seed: 2, mean }), { sigma: 0.5 }).mean
  );
  assert(means.every((mean, i) => i === 0 || mean < means[i - 1]));
  assert(Number.isFinite(means[3]));
  const one = makePoints({ rows: 1, columns: 3 });
  assertEquals(measureParzen(samples, one, { sigma: 1 }).standardError, null);
});

Deno.test("measureParzen() refuses a sigma whose square is 0", () => {
  const point = { data: Float64Array.of(0), rows: 1, columns: 1 };
  for (const sigma of [1e-155, 1e-170]) {
    assertThrows(
      () => chooseParzenSigma(point, point, [sigma, 1]),
      RangeError,
      `sigma "${sigma}": a finite number > 0 is wanted, whose square has an inverse`,
    );
  }
});

Deno.test("measureParzen() refuses points whose log-likelihood leaves float64's range", () => {
  const at = (...data: number[]) => ({ data: Float64Array.from(data), rows: 2, columns: 1 });
  for (const [far, sigma] of [[1e200, 1], [1e10, 1e-150]]) {
    assertThrows(
      () => measureParzen(at(0, 1), at(1, far), { sigma }),
      RangeError,
      `row 1 of the test points with sigma "${sigma}"`,
    );
  }
});

Deno.test("measureSilvermanDensity() refuses features that vary with each other alone", () => {
  const { data } = makePoints({ rows: 50, columns: 2 });
  const widen = (mix: (x: number, y: number) => number) => {
    const wide = Array.from({ length: 50 }, (_, row) => {
      const x = data[2 * row], y = data[2 * row + 1];
      return [x, y, mix(x, y)];
    });
    return { data: Float64Array.from(wide.flat()), rows: 50, columns: 3 };
  };
  for (const mix of [(x: number) => 3 * x, (x: number, y: number) => 0.1 * x + 0.7 * y]) {
    const set = widen(mix);
    assertThrows(() => measureSilvermanDensity(set, set), RangeError, "covariance is singular");
  }
  const near = widen((x, y) => 3 * x + 1e-5 * y * y);
  assert(measureSilvermanDensity(near, near).values.every(Number.isFinite));
});

Deno.test("measureParzen() refuses sigma 0, chooseParzenSigma() none, Silverman a flat set", () => {
  const set = makePoints({ rows: 4, columns: 2 });
  assertThrows(
    () => measureParzen(set, set, { sigma: 0 }),
    RangeError,
    'Cannot measure the Parzen likelihood of sigma "0": a finite number > 0 is wanted',
  );
  assertThrows(() => chooseParzenSigma(set, set, []), RangeError, 'among "0" sigmas');
  const flat = { data: Float64Array.of(1, 0, 2, 0, 3, 0), rows: 3, columns: 2 };
  assertThrows(
    () => measureSilvermanDensity(flat, set),
    RangeError,
    'Cannot measure the density of samples "[3, 2]": their covariance is singular',
  );
});
