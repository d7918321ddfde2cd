import type {
  Both,
  ComparedExperiment,
  ComparedFact,
  StageChange,
} from "../../report/comparison/comparison_data.ts";
import type { ClaimResult, Fact } from "../../report/report_data.ts";
import { isThreshold } from "../../statistics/mod.ts";
import {
  type ComparedStages,
  compareStages,
  type StageDifference,
} from "../diff/compare_stages.ts";
import type { Side } from "../diff/read_side.ts";
import { compareMeans } from "./compare_means.ts";
import type { Published } from "./read_published.ts";

type FactValue = Fact["value"];

/** Facts that no two runs share. */
const OWN_FACTS = ["provenance.started", "provenance.records"];
/** Files of a view that hold times, or are made of others in it. */
const OWN_FILES = /^report\.html$|(?:^|\/)timing\.csv$|\.parquet$/;

/**
 * Compares an experiment that both sides have: what it was made of, what it found, and which bytes are the same.
 *
 * @param sides Both sides; records may be missing, as of a folder that was handed on without its store.
 * @param published What their folders say.
 * @returns Everything but the samples.
 */
export async function compareExperiment(
  sides: Both<Side>,
  published: Both<Published>,
): Promise<ComparedExperiment> {
  const [before, now] = published.map(({ summary }) => summary);
  const stages = sides.every(hasRecords) ? await compareStages(...sides) : null;
  const evaluations = published.map(listEvaluations);
  const variants = Object.keys(before.variants).filter((name) => name in now.variants);
  const metricsOf = (side: typeof before) =>
    new Set(variants.flatMap((name) => Object.keys(side.variants[name].metrics)));
  return {
    names: [sides[0].view.name, sides[1].view.name],
    questions: [before.question, now.question],
    seeds: [before.seeds, now.seeds],
    variants,
    variantsOnlyIn: findOnly(Object.keys(before.variants), Object.keys(now.variants)),
    changes: stages === null ? null : groupChanges(stages.stages),
    stagesOnlyIn: stages?.onlyIn ?? [[], []],
    facts: compareFacts(published),
    bytes: stages === null ? compareFiles(published) : countArtifacts(stages),
    claims: pairClaims(before.claims, now.claims),
    means: compareMeans(
      [before, now],
      (variant) => isDeepSame(evaluations[0].get(variant), evaluations[1].get(variant)),
    ),
    metricsOnlyIn: findOnly([...metricsOf(before)], [...metricsOf(now)]),
  };
}

function hasRecords({ view, records }: Side): boolean {
  return Object.values(view.keys).some((key) => key !== null && records.has(key));
}

/** Digests of the published evaluations by variant, one text for all its seeds. */
function listEvaluations({ provenance }: Published): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, digest] of Object.entries(provenance.files).sort()) {
    const match = /^runs\/([^/]+)\/(seed=\d+)\/evaluation\.json$/.exec(path);
    if (match === null) continue;
    const [, variant, seed] = match;
    found.set(variant, `${found.get(variant) ?? ""}${seed} ${digest}\n`);
  }
  return found;
}

function isDeepSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}

/** Parameters, code and packages that differ, each once; inputs follow from them. */
function groupChanges(stages: readonly StageDifference[]): StageChange[] {
  const groups = new Map<string, StageChange & { stages: string[] }>();
  for (const { stage, changes } of stages) {
    for (const { part, name, detail } of changes) {
      // The settings of a run are told by the stages that use them.
      const isCopy = stage === "report" && /^(variants|differences)\b/.test(name);
      if (part === "input" || isCopy) continue;
      const id = JSON.stringify([part, name, detail]);
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { part, name, detail, stages: [stage] });
      else group.stages.push(stage);
    }
  }
  const order: readonly string[] = ["params", "package", "code", "file"];
  return [...groups.values()].sort((one, other) =>
    order.indexOf(one.part) - order.indexOf(other.part)
  );
}

function compareFacts(published: Both<Published>): ComparedFact[] {
  const [first, second] = published.map(({ summary, provenance }) => {
    const facts = new Map<string, FactValue>([["compare.seeds", summary.seeds.join(", ")]]);
    for (const { label, value } of provenance.provenance as readonly Fact[]) {
      if (OWN_FACTS.includes(label)) continue;
      const lasting = typeof value === "string"
        ? value
        : value.filter(({ says }) => says !== "fact.capture_cost");
      facts.set(label, join(facts.get(label), lasting));
    }
    return facts;
  });
  return [...new Set([...first.keys(), ...second.keys()])].map((label) => {
    const values = [first.get(label) ?? "–", second.get(label) ?? "–"] as const;
    return { label, values, isSame: JSON.stringify(values[0]) === JSON.stringify(values[1]) };
  });
}

/** A fact that is told twice, as of two engines, as one. */
function join(known: FactValue | undefined, value: FactValue): FactValue {
  if (known === undefined) return value;
  return typeof known === "string" || typeof value === "string"
    ? `${known}; ${value}`
    : [...known, ...value];
}

function countArtifacts({ stages, sameCount }: ComparedStages): ComparedExperiment["bytes"] {
  const differing = stages.flatMap(({ stage, artifacts }) =>
    artifacts.map((name) => `${stage}: ${name}`)
  );
  return { of: "artifacts", sameCount, differing };
}

function compareFiles([before, now]: Both<Published>): ComparedExperiment["bytes"] {
  const [first, second] = [before.provenance.files, now.provenance.files];
  const common = Object.keys(first).filter((path) => path in second && !OWN_FILES.test(path));
  const differing = common.filter((path) => first[path] !== second[path]);
  return { of: "files", sameCount: common.length - differing.length, differing };
}

function pairClaims(
  before: readonly ClaimResult[],
  now: readonly ClaimResult[],
): Both<ClaimResult | null>[] {
  const others = new Map(now.map((claim) => [identify(claim), claim]));
  const pairs = before.map((claim): Both<ClaimResult | null> => {
    const other = others.get(identify(claim)) ?? null;
    others.delete(identify(claim));
    return [claim, other];
  });
  return [...pairs, ...[...others.values()].map((claim) => [null, claim] as const)];
}

/** What was registered. */
function identify(claim: ClaimResult): string {
  return isThreshold(claim)
    ? JSON.stringify([claim.metric, claim.variant, claim.side, claim.bound, claim.on])
    : JSON.stringify([claim.metric, claim.better, claim.than, claim.test]);
}

function findOnly(first: readonly string[], second: readonly string[]): Both<string[]> {
  return [
    first.filter((name) => !second.includes(name)),
    second.filter((name) => !first.includes(name)),
  ];
}
