/// <reference lib="dom" />

/** Properties that the page's style sheet gives to charts, and that a file of its own needs as attributes. */
export function listFrozenProperties(): string[] {
  return [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "fill-opacity",
    "stroke-opacity",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "text-anchor",
    "visibility",
    "display",
  ];
}

/** Copies a chart into a file of its own: colours, fonts and what it refers to are written into it. */
export function freezeSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [...svg.querySelectorAll("*")];
  const into = [...copy.querySelectorAll("*")];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const property of listFrozenProperties()) {
      into[at].setAttribute(property, style.getPropertyValue(property));
    }
  });
  for (const use of [...copy.querySelectorAll("use")]) {
    const source = document.querySelector(use.getAttribute("href")!);
    if (!source) continue;
    const stand = source.cloneNode(true) as Element;
    for (const property of listFrozenProperties()) {
      stand.setAttribute(property, use.getAttribute(property) ?? "");
    }
    use.replaceWith(stand);
  }
  copy.querySelectorAll(".cursor, .hair, [display=none]").forEach((part) => part.remove());
  const { x, y, width, height } = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("font-family", getComputedStyle(svg).fontFamily);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  Object.entries({ x, y, width, height, fill: getComputedStyle(document.body).backgroundColor })
    .forEach(([name, value]) => paper.setAttribute(name, String(value)));
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}
