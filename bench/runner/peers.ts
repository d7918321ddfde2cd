import type { Peer } from "./peer.ts";

const TEXT = "A text that every stage copies.\n";

function listMiddle<T>(stageCount: number, make: (index: number) => T): T[] {
  return Array.from({ length: stageCount - 2 }, (_, index) => make(index));
}

const DVC: Peer = {
  name: "DVC",
  packages: ["dvc==3.67.1"],
  // Its first run of 1,000 stages takes more than ten minutes.
  largestNoOp: 100,
  writeProject: (stageCount) => {
    const stage = (name: string, inputs: readonly string[]) =>
      [
        `  ${name}:`,
        `    cmd: cat ${inputs.length > 1 ? "m*.txt" : inputs[0]} > ${name}.txt`,
        "    deps:",
        ...inputs.map((input) => `    - ${input}`),
        "    outs:",
        `    - ${name}.txt`,
      ].join("\n");
    const stages = [
      stage("root", ["in"]),
      ...listMiddle(stageCount, (index) => stage(`m${index}`, ["root.txt"])),
      stage("join", listMiddle(stageCount, (index) => `m${index}.txt`)),
    ];
    return { "in": TEXT, "dvc.yaml": `stages:\n${stages.join("\n")}\n` };
  },
  setUp: [
    ["git", "init", "-q"],
    ["dvc", "init", "-q"],
    ["dvc", "config", "core.analytics", "false"],
    ["dvc", "config", "core.check_update", "false"],
  ],
  command: () => ["dvc", "repro", "-q"],
};

const SNAKEMAKE: Peer = {
  name: "Snakemake",
  packages: ["snakemake==9.27.1"],
  largestNoOp: 1_000,
  writeProject: (stageCount) => ({
    "in": TEXT,
    "Snakefile": `rule join:
    input: expand("m{i}.txt", i=range(${stageCount - 2}))
    output: "join.txt"
    shell: "cat {input} > {output}"
rule middle:
    input: "root.txt"
    output: "m{i}.txt"
    shell: "cat {input} > {output}"
rule root:
    input: "in"
    output: "root.txt"
    shell: "cat {input} > {output}"
`,
  }),
  setUp: [],
  command: () => ["snakemake", "--cores", "2", "--quiet", "all"],
};

const REDUN: Peer = {
  name: "redun",
  packages: ["redun==0.44.1", "SQLAlchemy==2.1.9"],
  largestNoOp: 1_000,
  writeProject: () => ({
    "in": TEXT,
    "workflow.py": `from redun import File, task
redun_namespace = "bench"
@task()
def copy(source: File, name: str) -> File:
    target = File(name)
    target.write(source.read())
    return target
@task()
def join(sources: list) -> File:
    target = File("join.txt")
    target.write("".join(source.read() for source in sources))
    return target
@task()
def main(n: int) -> File:
    root = copy(File("in"), "root.txt")
    return join([copy(root, f"m{i}.txt") for i in range(n - 2)])
`,
    ".redun/redun.ini": `[backend]
db_uri = sqlite:///redun.db
[executors.default]
type = local
max_workers = 2
`,
  }),
  setUp: [],
  command: (stageCount) => ["redun", "run", "workflow.py", "main", "--n", String(stageCount)],
};

/** Runners whose users would otherwise be here. */
export const PEERS: readonly Peer[] = [DVC, SNAKEMAKE, REDUN];
