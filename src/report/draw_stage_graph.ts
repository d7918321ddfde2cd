import { graphlib, layout } from "@dagrejs/dagre";
import { describeGroup, type GroupDescription } from "./describe_group.ts";
import { escapeHtml } from "./escape_html.ts";
import { findStatusKey } from "./find_status_key.ts";
import { formatDuration } from "./format_duration.ts";
import type { StageGroup } from "./group_stages.ts";
import { type Language, LANGUAGES } from "./text/language.ts";
import { MESSAGES } from "./text/messages.ts";
import { type PlainSlot, renderAttribute, renderMessage } from "./text/render_message.ts";

const HEIGHT = 68;
const RANK_GAP = 34;
/** Pixels that a letter of a box takes, and a sign of Chinese or Korean over one of the alphabets. */
const LETTER = 6.7, WIDE_LETTER = 1.75;

/**
 * Draws groups of stages as a graph from top to bottom: solid boxes ran, dashed ones came from the cache, heavy
 * ones failed or diverged; each box says so in words too, with the time of its stages.
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
  const stages = groups.map((group, at) => [at === 0 ? "" : "; ", ...tellGroup(group)]);
  return `<svg class="graph" id="graph" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${
    size[0]
  } ${size[1]}" role="img"${renderAttribute("aria-label", "run.graph", { stages })}>${
    edges.join("")
  }${boxes.join("")}</svg>`;
}

/** The group in plain words, for those who hear the graph. */
function tellGroup(group: StageGroup): PlainSlot[] {
  const { name, variantCount, states } = describeGroup(group);
  return [
    [group.kind, ...(variantCount === undefined ? [] : [" × ", variantCount]), " ", name].join("")
      .trim(),
    ": ",
    ...states.map(({ count, status }, at): PlainSlot => {
      const key = findStatusKey(status);
      return [at === 0 ? "" : ", ", count, " ", key === undefined ? status : { t: key }];
    }),
  ];
}

/** Wide enough for its words in every language. */
function widthOf(group: StageGroup): number {
  const description = describeGroup(group);
  const states = (Object.keys(LANGUAGES) as Language[]).map((language) =>
    measureText(
      description.states.map(({ count, status }) => {
        const key = findStatusKey(status);
        return `${count} ${key === undefined ? status : MESSAGES[key][language]}`;
      }).join(", "),
    ) + (description.isBad ? 2 : 0)
  );
  const longest = Math.max(group.kind.length * 1.06, measureText(description.name), ...states);
  return Math.max(112, Math.round(longest * LETTER + 26));
}

function measureText(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (letter.codePointAt(0)! > 0x1100 ? WIDE_LETTER : 1),
    0,
  );
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
  const lines = listLines(group);
  const start = top + HEIGHT / 2 - 7.5 * (lines.length - 1) + 4;
  return `<g class="${lookOf(group)}"><rect x="${left}" y="${top}" width="${
    Math.round(place.width)
  }" height="${HEIGHT}" rx="4"/>${
    lines.map(({ kind, content }, at) =>
      `<text class="${kind}" x="${middle}" y="${
        start + 15 * at
      }" text-anchor="middle">${content}</text>`
    ).join("")
  }</g>`;
}

/** Kind, name, status and time, as far as there are any. */
function listLines(group: StageGroup): { readonly kind: string; readonly content: string }[] {
  const description = describeGroup(group);
  const { name, variantCount, elapsedMs } = description;
  const title = variantCount === undefined
    ? escapeHtml(name)
    : renderMessage("run.variants", { count: String(variantCount) }, { tag: "tspan" });
  return [
    { kind: "kind", content: escapeHtml(group.kind) },
    { kind: "name", content: title },
    { kind: "state", content: writeStates(description) },
    {
      kind: "state",
      content: elapsedMs === null
        ? ""
        : `<tspan data-duration="">${formatDuration(elapsedMs)}</tspan>`,
    },
  ].filter(({ content }) => content !== "");
}

function writeStates({ states, isBad }: GroupDescription): string {
  const parts = states.map(({ count, status }) => {
    const key = findStatusKey(status);
    const word = key === undefined ? escapeHtml(status) : renderMessage(key, {}, { tag: "tspan" });
    return states.length === 1 && count === 1 ? word : `${count} ${word}`;
  });
  return `${isBad ? "× " : ""}${parts.join(", ")}`;
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
