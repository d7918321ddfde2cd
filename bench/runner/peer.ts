/** Another runner, given the same graph: how its project is written, and what brings it up to date. */
export interface Peer {
  readonly name: string;
  /** Packages as pip takes them. */
  readonly packages: readonly string[];
  /** The most stages whose first run ends within a minute or so. */
  readonly largestNoOp: number;
  /** Files of a project with a graph of so many stages, by name. */
  readonly writeProject: (stageCount: number) => Readonly<Record<string, string>>;
  /** Programs that are run once in a new project. */
  readonly setUp: readonly (readonly string[])[];
  /** The program that brings the graph up to date, on two cores where it can. */
  readonly command: (stageCount: number) => readonly string[];
}
