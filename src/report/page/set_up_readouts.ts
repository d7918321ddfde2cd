/// <reference lib="dom" />

/**
 * Reads charts out: over a chart of steps or of time, a line and the row of its data table that lies nearest. The same
 * line marks the step that the sample slider stands at.
 */
export function setUpReadouts(signal: AbortSignal): void {
  const tip = document.createElement("div");
  tip.className = "readout";
  tip.hidden = true;
  document.body.append(tip);
  const space = "http://www.w3.org/2000/svg";
  const makeLine = (svg: SVGSVGElement, className: string): SVGLineElement => {
    const line = document.createElementNS(space, "line");
    const { height } = svg.viewBox.baseVal;
    line.setAttribute("class", className);
    line.setAttribute("y1", "8");
    line.setAttribute("y2", String(height - 38));
    line.setAttribute("visibility", "hidden");
    svg.append(line);
    return line;
  };
  const place = (line: SVGLineElement, x: number): void => {
    line.setAttribute("x1", String(x));
    line.setAttribute("x2", String(x));
    line.setAttribute("visibility", "visible");
  };
  for (const svg of document.querySelectorAll<SVGSVGElement>("svg.chart[data-axis]")) {
    const [left, right, low, high] = svg.dataset.axis!.split(" ").map(Number);
    const toX = (value: number): number => left + (right - left) * (value - low) / (high - low);
    const table = svg.closest("figure")?.querySelector("table");
    const rows = table ? [...table.tBodies[0].rows] : [];
    const values = rows.map((row) =>
      Number((row.cells[0].dataset.en ?? row.cells[0].textContent)!.replaceAll(",", ""))
    );
    const cursor = makeLine(svg, "cursor");
    const hair = makeLine(svg, "hair");
    if (svg.dataset.unit === "step") {
      document.addEventListener("step", (event) => {
        const { detail } = event as CustomEvent<number>;
        if (detail >= low && detail < high) place(cursor, toX(detail));
        else cursor.setAttribute("visibility", "hidden");
      }, { signal });
    }
    if (!table || rows.length === 0) continue;
    const hide = (): void => {
      tip.hidden = true;
      hair.setAttribute("visibility", "hidden");
    };
    svg.addEventListener("pointermove", (event) => {
      const box = svg.getBoundingClientRect();
      const x = (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width;
      const value = low + (high - low) * (x - left) / (right - left);
      if (x < left - 6 || x > right + 6) return hide();
      const nearest = values.reduce(
        (best, one, at) => Math.abs(one - value) < Math.abs(values[best] - value) ? at : best,
        0,
      );
      place(hair, toX(values[nearest]));
      const heads = [...table.tHead!.rows[0].cells];
      const list = document.createElement("dl");
      [...rows[nearest].cells].forEach((cell, at) => {
        const name = document.createElement("dt");
        const text = document.createElement("dd");
        name.append(...[...heads[at].childNodes].map((node) => node.cloneNode(true)));
        text.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
        list.append(name, text);
      });
      tip.replaceChildren(list);
      tip.hidden = false;
      const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
      tip.style.left = `${Math.max(8, Math.min(room, event.clientX + 14)) + scrollX}px`;
      tip.style.top = `${event.clientY + 18 + scrollY}px`;
    });
    svg.addEventListener("pointerleave", hide);
  }
}
