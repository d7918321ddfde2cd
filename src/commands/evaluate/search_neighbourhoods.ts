import { EnvironmentError } from "../../../pipeline/mod.ts";
import type { Neighbourhoods } from "../../metrics/neighbourhoods.ts";
import { storeMatrix } from "../../stages/matrix_tensors.ts";
import { restoreNeighbourhoods } from "../../stages/neighbourhood_tensors.ts";
import { runAlone, type TensorStage } from "./run_alone.ts";
import type { Subject } from "./set_metric.ts";

/** Options of `searchNeighbourhoods()`. */
export interface SearchNeighbourhoodsOptions {
  /** Finds the variables that name the engine; undefined where there is none. */
  readonly findEngine: () => Promise<Readonly<Record<string, string>> | undefined>;
  /** Called when the engine begins. */
  readonly onStart: () => void;
  /** Told why the engine does not search. */
  readonly report: (message: string) => void;
  /** Multiplications that a search takes at least to be worth an engine; 1e11 unless given. */
  readonly leastProducts?: number;
}

const COMPARE_NEIGHBOURHOODS: TensorStage = {
  kind: "compare-neighbourhoods",
  action: "compare neighbourhoods",
  module: new URL("../../stages/compare_neighbourhoods.ts", import.meta.url).href,
  input: "features",
  output: "neighbourhoods",
};
/** The engine whose products are slower than the search's own. */
const SLOW_ENGINE = "portable";
/** 20,000 × 128 a set: 10 s without an engine. Its process and its library take 2 s. */
const LEAST_PRODUCTS = 1e11;

/**
 * Searches the neighbourhoods of two large sets by the matrix products of an engine, where there is one, in a process of its
 * own. The result is that of `compareNeighbourhoods()`, to the last bit.
 *
 * @param subject Both sets, and the neighbour.
 * @param options The engine, and from which size on it is asked for.
 * @returns The neighbourhoods; undefined where the search is too small to be worth it, or no engine can be had.
 */
export async function searchNeighbourhoods(
  { fake, real, neighbour }: Subject,
  { findEngine, onStart, report, leastProducts = LEAST_PRODUCTS }: SearchNeighbourhoodsOptions,
): Promise<Neighbourhoods | undefined> {
  if ((fake.rows + real.rows) ** 2 / 2 * fake.columns < leastProducts) return undefined;
  try {
    const environment = await findEngine();
    if (environment === undefined || environment.ASSAY_ENGINE === SLOW_ENGINE) return undefined;
    onStart();
    const { tensors } = await runAlone(COMPARE_NEIGHBOURHOODS, {
      tensors: { fake: storeMatrix(fake), real: storeMatrix(real) },
      params: { neighbour },
      environment,
    });
    return restoreNeighbourhoods(tensors, neighbour);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const [reason] = error.message.split("\n", 1);
    report(`Neighbours are searched without an engine, which takes longer. ${reason}`);
    return undefined;
  }
}
