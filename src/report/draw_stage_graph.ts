import { graphlib, layout } from "@dagrejs/dagre";
import { escapeHtml } from "./escape_html.ts";
import type { StageGroup } from "./group_stages.ts";

const HEIGHT = 52;
const RANK_GAP = 34;
const LONGEST_NAME = 26;

/**
 * Draws groups of stages as a graph from top to bottom: solid boxes ran, dashed ones came from the cache, heavy
 * ones failed or diverged; each box says so in words too.
 *
 * @param groups As `groupStages` returns them.
 * @returns One `<svg>` element.
 */
export function drawStageGraph(groups: readonly StageGroup[]): string {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 22, ranksep: RANK_GAP, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const group of groups) graph.setNode(group.id, { width: widthOf(group), height: HEIGHT });
  for (const { id, dependsOn } of groups) {
    for (const source of dependsOn) graph.setEdge(source, id);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const edges = graph.edges().map((edge) => {
    const [source, target] = [graph.node(edge.v), graph.node(edge.w)];
    const isLong = target.y - source.y > 1.5 * (HEIGHT + RANK_GAP);
    return drawEdge(
      { x: source.x, y: source.y + HEIGHT / 2 },
      { x: target.x, y: target.y - HEIGHT / 2 },
      isLong ? graph.edge(edge).points.slice(1, -1) : [],
    );
  });
  const boxes = groups.map((group) => drawGroup(group, graph.node(group.id)));
  const size = [Math.ceil(width), Math.ceil(height)];
  return `<svg class="graph" id="graph" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${
    size[0]
  } ${size[1]}" role="img" aria-label="${
    escapeHtml(`Graph of stages. ${groups.map(describeGroup).join("; ")}.`)
  }">${edges.join("")}${boxes.join("")}</svg>`;
}

function nameOf({ name, stages }: StageGroup): string {
  const count = stages.length > 1 ? ` × ${stages.length}` : "";
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return `${short}${count}`;
}

function titleOf(group: StageGroup): string {
  return group.name === "" ? group.kind : `${group.kind} ${nameOf(group)}`;
}

function widthOf(group: StageGroup): number {
  const longest = Math.max(group.kind.length * 1.06, nameOf(group).length, stateOf(group).length);
  return Math.max(112, Math.round(longest * 6.7 + 26));
}

function stateOf({ stages }: StageGroup): string {
  const counts = new Map<string, number>();
  for (const { status } of stages) counts.set(status, (counts.get(status) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) => {
    const word = status === "done" ? "ran" : status;
    return stages.length === 1 ? word : `${count} ${word}`;
  });
  const isBad = stages.some(({ status }) => ["failed", "diverged", "blocked"].includes(status));
  return `${isBad ? "× " : ""}${parts.join(", ")}`;
}

function describeGroup(group: StageGroup): string {
  return `${titleOf(group)}: ${stateOf(group)}`;
}

function lookOf({ stages }: StageGroup): string {
  const has = (...statuses: string[]): boolean =>
    stages.some(({ status }) => statuses.includes(status));
  if (has("failed", "diverged", "blocked")) return "node-bad";
  if (has("done", "running")) return "node-ran";
  return has("cached") ? "node-cached" : "node-waiting";
}

function drawGroup(group: StageGroup, place: { x: number; y: number; width: number }): string {
  const left = Math.round(place.x - place.width / 2);
  const top = Math.round(place.y - HEIGHT / 2);
  const middle = Math.round(place.x);
  const name = nameOf(group);
  const lines = group.name === ""
    ? [["kind", group.kind, 22], ["state", stateOf(group), 39]]
    : [["kind", group.kind, 16], ["name", name, 31], ["state", stateOf(group), 45]];
  return `<g class="${lookOf(group)}"><rect x="${left}" y="${top}" width="${
    Math.round(place.width)
  }" height="${HEIGHT}" rx="4"/>${
    lines.map(([kind, text, offset]) =>
      `<text class="${kind}" x="${middle}" y="${top + Number(offset)}" text-anchor="middle">${
        escapeHtml(String(text))
      }</text>`
    ).join("")
  }</g>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line that leaves and arrives vertically; its tip is drawn by hand, as a marker would need an id. */
function drawEdge(start: Point, end: Point, between: readonly Point[]): string {
  const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const stops = [start, ...between, { x: end.x, y: end.y - 5 }];
  const curves = stops.slice(1).map((stop, index) => {
    const before = stops[index];
    const middle = (before.y + stop.y) / 2;
    return `C${at(before.x, middle)} ${at(stop.x, middle)} ${at(stop.x, stop.y)}`;
  });
  return `<path class="edge" d="M${at(start.x, start.y)}${curves.join("")}"/>` +
    `<path class="tip" d="M${at(end.x, end.y)}l-3.5-7h7z"/>`;
}
