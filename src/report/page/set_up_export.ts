/// <reference lib="dom" />
import { drawFilms, loadPicture, saveFile } from "./draw_picture.ts";
import { encodeAnimation } from "./encode_animation.ts";
import { freezeSvg } from "./freeze_svg.ts";

/** A button that saves a figure. */
export function makeSaveButton(name: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  button.textContent = name;
  button.addEventListener("click", onClick);
  return button;
}

/** Saves a chart as SVG, or as PNG at three times its size. */
export async function saveChart(
  svg: SVGSVGElement,
  { name, format }: { name: string; format: string },
): Promise<void> {
  if (format === "SVG") return saveFile(`${name}.svg`, freezeSvg(svg), "image/svg+xml");
  const picture = await loadPicture(svg);
  const canvas = document.createElement("canvas");
  canvas.width = 3 * picture.naturalWidth;
  canvas.height = 3 * picture.naturalHeight;
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && saveFile(`${name}.png`, blob, "image/png"));
}

/** Gives each chart buttons that save it, and the samples those that save a step or all of them. */
export function setUpExport(): void {
  for (const svg of document.querySelectorAll<SVGSVGElement>("svg.chart[id], svg.graph[id]")) {
    const bar = document.createElement("span");
    bar.className = "figure-tools";
    for (const format of ["SVG", "PNG"]) {
      const button = makeSaveButton(format, () => void saveChart(svg, { name: svg.id, format }));
      button.setAttribute(
        "aria-label",
        `${format}: ${svg.getAttribute("aria-label")!.slice(0, 80)}`,
      );
      bar.append(button);
    }
    const caption = svg.closest("figure")?.querySelector("figcaption");
    if (caption) caption.append(bar);
    else svg.parentElement!.after(bar);
  }
  for (const controls of document.querySelectorAll<HTMLElement>("[data-controls]")) {
    connectExport(controls);
  }
}

/** Connects the buttons beside a slider, which save the samples of its scope. */
export function connectExport(controls: HTMLElement): void {
  const scope: ParentNode = controls.closest("[data-scope]") ?? document;
  const slider = controls.querySelector<HTMLInputElement>("input[type=range]")!;
  const heading = (): string =>
    `${document.querySelector("h1")!.textContent} · ${
      controls.querySelector("output")!.textContent
    }`;
  const films = (): Element[] => [...scope.querySelectorAll("figure.samples")];
  controls.querySelector("[data-save=picture]")!.addEventListener("click", async () => {
    const canvas = await drawFilms(films(), heading());
    canvas.toBlob((blob) => blob && saveFile("samples.png", blob, "image/png"));
  });
  const animate = controls.querySelector<HTMLButtonElement>("[data-save=animation]")!;
  animate.addEventListener("click", async () => {
    animate.disabled = true;
    const before = slider.value;
    const frames: ImageData[] = [];
    for (let at = 0; at <= Number(slider.max); at++) {
      slider.value = String(at);
      slider.dispatchEvent(new Event("input"));
      const canvas = await drawFilms(films(), heading());
      frames.push(canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height));
    }
    slider.value = before;
    slider.dispatchEvent(new Event("input"));
    const file = await encodeAnimation(frames, 700);
    saveFile("samples.apng", new Blob(file), "image/apng");
    animate.disabled = false;
  });
}
