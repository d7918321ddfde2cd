/**
 * From what a person writes to stages: define, load, check, resolve, expand.
 *
 * @module
 */
export { defineExperiment } from "./define.ts";
export { expandExperiment, type ExpandExperimentOptions } from "./expand.ts";
export type * from "./experiment.ts";
export type { Json, JsonObject } from "./json.ts";
export { type Difference, listDifferences } from "./list_differences.ts";
export { listRuns, type Run } from "./list_runs.ts";
export { loadExperiment, type LoadExperimentOptions } from "./load_experiment.ts";
export { parseExperiment, type ParseExperimentOptions } from "./parse.ts";
export { parseSeeds } from "./parse_seeds.ts";
export type * from "./spec.ts";
export { SpecError } from "./spec_error.ts";
export type { StageFile, StageInput, StageNode } from "./stage_node.ts";
export type * from "./stage_params.ts";
