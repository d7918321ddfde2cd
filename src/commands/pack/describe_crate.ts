import type { PackMember } from "../../../pipeline/archive/mod.ts";
import { describeFile, type Entity, list, refer } from "./crate_entities.ts";
import { describeActions, findEnd, type PackedStage, toOffset } from "./describe_actions.ts";

/** What a person reads first who has unpacked a pack by other means. */
export const README_FILE = "README.md";
/** Where RO-Crate wants a description. */
export const CRATE_FILE = "ro-crate-metadata.json";
/** What RO-Crate 1.1 has no words for; named here, so that a reader fetches one context and not two. */
const RUN_TERMS = {
  sha256: "https://w3id.org/ro/terms/workflow-run#sha256",
  resourceUsage: "https://w3id.org/ro/terms/workflow-run#resourceUsage",
};
const PROFILES = {
  process: "Process Run Crate",
  workflow: "Workflow Run Crate",
  provenance: "Provenance Run Crate",
} as const;
const PROFILE_VERSION = "0.5";
const WORKFLOW_PROFILE = "https://bioschemas.org/profiles/ComputationalWorkflow/1.0-RELEASE";
const WORKFLOW_CRATE = "https://w3id.org/workflowhub/workflow-ro-crate/1.0";

/** What the description of a pack is made of. */
export interface DescribeCrateOptions {
  /** Name of the packed view. */
  readonly experiment: string;
  readonly question: string;
  /** Path of the spec in the pack. */
  readonly spec: string;
  readonly stages: readonly PackedStage[];
  /** All files of the pack but this description. */
  readonly members: readonly PackMember[];
  /** Version of Assay. */
  readonly version: string;
}

/**
 * Describes a pack for people and programs that know no Assay, as an RO-Crate: which file is which, and which stage made
 * it from what, with which parameters, when; failures as failed actions. The same pack has the same description.
 *
 * @param options The pack.
 * @returns The text of `ro-crate-metadata.json`.
 *
 * Source: Workflow Run RO-Crate 0.5, profile Provenance Run Crate.
 */
export function describeCrate(options: DescribeCrateOptions): string {
  const { experiment, question, spec, stages, members, version } = options;
  const { entities, steps, controls, actions } = describeActions(stages);
  const kinds = [...new Set(stages.map(({ plan }) => plan.kind))];
  const ends = stages.flatMap(({ record, failure }) => record ?? failure ?? []).map(findEnd).sort();
  const starts = stages.flatMap(({ record, failure }) => record ?? failure ?? [])
    .map(({ startedAt }) => startedAt).sort();
  const hasFailed = stages.some(({ failure }) => failure !== undefined);
  const shown = members.filter(({ name }) => name.startsWith(`${experiment}/`)).map(({ name }) =>
    name
  );
  const profiles = Object.keys(PROFILES).map((name) =>
    `https://w3id.org/ro/wfrun/${name}/${PROFILE_VERSION}`
  );
  const graph: Entity[] = [
    {
      "@id": CRATE_FILE,
      "@type": "CreativeWork",
      about: refer("./"),
      conformsTo: [refer("https://w3id.org/ro/crate/1.1"), refer(WORKFLOW_CRATE)],
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: `Results of the experiment ${experiment}`,
      description: question,
      datePublished: ends.at(-1)!,
      license: "Not stated: ask whoever packed these results",
      conformsTo: [...profiles, WORKFLOW_CRATE].map(refer),
      mainEntity: refer(spec),
      hasPart: members.map(({ name }) => refer(name)),
      mentions: ["#run", "#control", ...actions].map(refer),
    },
    ...Object.values(PROFILES).map((name, index) => ({
      "@id": profiles[index],
      "@type": "CreativeWork",
      name,
      version: PROFILE_VERSION,
    })),
    { "@id": WORKFLOW_CRATE, "@type": "CreativeWork", name: "Workflow RO-Crate", version: "1.0" },
    ...members.filter(({ name }) => name !== spec).map((member) => describeMember(member, stages)),
    {
      ...describeFile(spec, { ...members.find(({ name }) => name === spec)!, name: spec }),
      "@type": ["File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"],
      name: `${experiment}: ${question}`,
      programmingLanguage: refer("#typescript"),
      conformsTo: refer(WORKFLOW_PROFILE),
      version,
      ...list("hasPart", kinds.map((kind) => refer(`#tool/${kind}`))),
      ...list("step", steps.map(refer)),
    },
    {
      "@id": "#typescript",
      "@type": "ComputerLanguage",
      name: "TypeScript",
      url: refer("https://www.typescriptlang.org/"),
    },
    ...kinds.map((kind) => ({
      "@id": `#tool/${kind}`,
      "@type": "SoftwareApplication",
      name: `Assay ${kind}`,
      softwareVersion: version,
    })),
    { "@id": "#assay", "@type": "SoftwareApplication", name: "Assay", softwareVersion: version },
    {
      "@id": "#control",
      "@type": "OrganizeAction",
      name: `running ${experiment}`,
      instrument: refer("#assay"),
      ...list("object", controls.map(refer)),
      result: refer("#run"),
    },
    {
      "@id": "#run",
      "@type": "CreateAction",
      name: `the experiment ${experiment}`,
      instrument: refer(spec),
      actionStatus: `http://schema.org/${hasFailed ? "Failed" : "Completed"}ActionStatus`,
      ...(hasFailed ? { error: "a stage failed" } : {}),
      description: question,
      startTime: toOffset(starts[0]),
      endTime: ends.at(-1)!,
      ...list("result", shown.map(refer)),
    },
    ...entities,
  ];
  const context = ["https://w3id.org/ro/crate/1.1/context", RUN_TERMS];
  return `${JSON.stringify({ "@context": context, "@graph": graph }, null, 1)}\n`;
}

/** Artifacts under the file name that their stage gave them. */
function describeMember(member: PackMember, stages: readonly PackedStage[]): Entity {
  for (const { record } of stages) {
    for (const { digest, file } of Object.values(record?.outputs ?? {})) {
      if (member.digest !== digest || !member.name.startsWith(".store/objects/")) continue;
      const described = describeFile(member.name, { ...member, name: file });
      return { ...described, description: `${file} of ${record!.id}` };
    }
  }
  const described = describeFile(member.name, { ...member });
  return member.name === README_FILE ? { ...described, about: refer("./") } : described;
}
