/// <reference lib="dom" />
import { makeControl, makeSignControl } from "./make_element.ts";
import type { PageTexts } from "./page_texts.ts";

/** The parts of a Vega specification that exploring changes. */
export interface ChartSpec {
  signals?: unknown[];
  scales: { name: string; type: string; domainRaw?: unknown }[];
  marks: { type: string; clip?: boolean }[];
  data?: { columns?: Record<string, unknown[]>; values?: Record<string, unknown>[] }[];
}

/** What the page uses of a Vega view. */
interface ChartView {
  width(pixels: number): ChartView;
  signal(name: string, value: unknown): ChartView;
  scale(name: string): { domain(): number[] };
  runAsync(): Promise<ChartView>;
  finalize(): void;
}

interface VegaGlobals {
  vega: {
    parse(spec: unknown, config: unknown, options: unknown): unknown;
    View: new (runtime: unknown, options: unknown) => ChartView;
    locale(number: unknown, time?: unknown): unknown;
  };
  vegaInterpreter: unknown;
}

/** Reads a compressed block of the page. */
export async function readBlock(block: Element): Promise<string> {
  const bytes = Uint8Array.from(atob(block.textContent!), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).text();
}

/** Makes rows again of the columns that `packSpecs` wrote; under a name with `+` stand steps from one to the next. */
export function restoreRows(spec: ChartSpec): void {
  for (const set of spec.data ?? []) {
    const columns = Object.entries(set.columns ?? {}).map(([name, column]) => {
      let sum = 0;
      return name.startsWith("+")
        ? { name: name.slice(1), column: column.map((step) => sum += step as number) }
        : { name, column };
    });
    delete set.columns;
    if (columns.length === 0) continue;
    set.values = columns[0].column.map((_, at) =>
      Object.fromEntries(columns.map(({ name, column }) => [name, column[at]]))
    );
  }
}

/** Lets a chart be moved and zoomed: the wheel along its steps, with Shift along its values, a drag along both. */
export function addZoom(spec: ChartSpec): ChartSpec {
  const drag = {
    source: "window",
    type: "pointermove",
    between: [{ type: "pointerdown" }, { source: "window", type: "pointerup" }],
  };
  const factor = "pow(1.001, (event.deltaY || event.deltaX) * pow(16, event.deltaMode))";
  const axes = [
    { name: "x", at: "x()", shift: "(held.x - x()) / width", isHeld: "!event.shiftKey" },
    { name: "y", at: "y()", shift: "(y() - held.y) / height", isHeld: "event.shiftKey" },
  ];
  const signals = axes.flatMap(({ name, at, shift, isHeld }) => {
    const scale = spec.scales.find((one) => one.name === name)!;
    const kind = scale.type === "log" ? "Log" : "Linear";
    scale.domainRaw = { signal: `${name}_range` };
    return [{
      name: `${name}_range`,
      value: null,
      on: [
        {
          events: drag,
          update: `held ? pan${kind}(held.${name}_domain, ${shift}) : ${name}_range`,
        },
        {
          events: { type: "wheel", consume: true },
          update:
            `${isHeld} ? zoom${kind}(domain("${name}"), invert("${name}", ${at}), ${factor}) : ${name}_range`,
        },
        { events: { type: "dblclick" }, update: "null" },
      ],
    }];
  });
  const held = {
    name: "held",
    value: null,
    on: [{
      events: { type: "pointerdown" },
      update: `{x: x(), y: y(), x_domain: domain("x"), y_domain: domain("y")}`,
    }],
  };
  for (const mark of spec.marks) if (mark.type !== "text") mark.clip = true;
  return { ...spec, signals: [...spec.signals ?? [], held, ...signals] };
}

/** Vega's words for how a language writes numbers. */
export function describeNumbers(
  language: string,
): { decimal: string; thousands: string; grouping: number[]; currency: string[] } {
  const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: find("decimal"), thousands: find("group"), grouping: [3], currency: ["", ""] };
}

/**
 * Gives each chart over steps or time a control that puts a live one in its place, drawn by Vega, which is loaded only then.
 * Its expressions are interpreted, as the page's policy lets no code be made.
 */
export function setUpExplore(texts: PageTexts): void {
  const source = document.querySelector("[data-vega]");
  if (!source) return;
  const globals = globalThis as unknown as VegaGlobals;
  let loading: Promise<Record<string, ChartSpec>> | undefined;
  const load = async (): Promise<Record<string, ChartSpec>> => {
    const script = document.createElement("script");
    script.textContent = await readBlock(source);
    document.head.append(script);
    const blocks = [...document.querySelectorAll("[data-specs]")];
    const all = await Promise.all(blocks.map(async (block) => JSON.parse(await readBlock(block))));
    return Object.assign({}, ...all);
  };
  const explore = async (svg: SVGSVGElement, button: HTMLButtonElement): Promise<void> => {
    const language = document.documentElement.lang;
    const words = new Map([...svg.querySelectorAll("[data-t]")].map((word) => {
      const key = word.getAttribute("data-t")!;
      return [texts.en[key], texts[language][key]];
    }));
    button.disabled = true;
    const specs = await (loading ??= load()).finally(() => button.disabled = false);
    const translate = (value: unknown) =>
      typeof value === "string" ? words.get(value) ?? value : value;
    const spec: ChartSpec = JSON.parse(
      JSON.stringify(specs[svg.id]),
      (name, value) => name === "title" ? translate(value) : value,
    );
    restoreRows(spec);
    for (const row of spec.data?.flatMap(({ values }) => values ?? []) ?? []) {
      if ("label" in row) row.label = translate(row.label);
    }
    const box = document.createElement("div");
    box.className = "explored";
    const stage = document.createElement("div");
    const bar = document.createElement("p");
    bar.className = "table-tools";
    box.append(stage, bar);
    svg.after(box);
    svg.setAttribute("hidden", "");
    button.hidden = true;
    const { vega } = globals;
    const view = new vega.View(vega.parse(addZoom(spec), null, { ast: true }), {
      expr: globals.vegaInterpreter,
      container: stage,
      renderer: "svg",
      locale: vega.locale(describeNumbers(language)),
    });
    const { width } = svg.viewBox.baseVal;
    const [left, right] = svg.dataset.axis!.split(" ").map(Number);
    await view.width(box.clientWidth - (width - (right - left))).runAsync();
    const close = (): void => {
      view.finalize();
      box.remove();
      svg.removeAttribute("hidden");
      button.hidden = false;
      document.querySelector("select[name=language]")?.removeEventListener("change", close);
      button.focus();
    };
    document.querySelector("select[name=language]")?.addEventListener("change", close);
    const zoom = (factor: number): void => {
      const [low, high] = view.scale("x").domain();
      const middle = (low + high) / 2, half = factor * (high - low) / 2;
      void view.signal("x_range", [middle - half, middle + half]).runAsync();
    };
    const className = "tool";
    const closer = makeControl("close", texts, { className, onClick: close });
    bar.append(
      makeSignControl("+", "explore.in", texts, { className, onClick: () => zoom(0.5) }),
      " ",
      makeSignControl("−", "explore.out", texts, { className, onClick: () => zoom(2) }),
      " ",
      makeSignControl("↺", "explore.whole", texts, {
        className,
        onClick: () => void view.signal("x_range", null).signal("y_range", null).runAsync(),
      }),
      " ",
      closer,
      " ",
    );
    const note = makeControl("explore.note", texts, { className: "", onClick: () => {} })
      .firstChild!;
    bar.append(note);
    closer.focus();
  };
  for (const svg of document.querySelectorAll<SVGSVGElement>("svg.chart[data-axis]")) {
    const tools = svg.closest("figure")?.querySelector(".figure-tools");
    if (!tools) continue;
    const button = makeControl("explore", texts, {
      className: "tool explore",
      onClick: () => void explore(svg, button),
    });
    tools.prepend(button);
  }
}
