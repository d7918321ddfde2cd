import type { Config } from "vega-lite";

/** The look of every chart: thin rules, no boxes, and colours that follow the page's colour scheme. */
export const CHART_THEME: Config = {
  background: "transparent",
  autosize: { type: "none" },
  padding: { left: 38, right: 10, top: 8, bottom: 38 },
  font: "sans-serif",
  view: { stroke: null },
  mark: { aria: false },
  axis: {
    aria: false,
    labelColor: "var(--muted)",
    titleColor: "var(--muted)",
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    gridColor: "var(--grid)",
    domainColor: "var(--axis)",
    tickColor: "var(--axis)",
    tickSize: 4,
    labelPadding: 4,
    titlePadding: 6,
  },
  axisX: { grid: false },
  axisY: { domain: false, ticks: false, titleAnchor: "start", titleAngle: 0, titleAlign: "left" },
};

/** Width of a chart's plotting area, in pixels of the SVG. */
export const CHART_WIDTH = 344;
/** Where the plotting area of a chart over steps starts and ends, in pixels of the SVG from its left edge. */
export const CHART_PIXELS = [38, 38 + CHART_WIDTH] as const;
/** Height of a chart's plotting area, in pixels of the SVG. */
export const CHART_HEIGHT = 168;
