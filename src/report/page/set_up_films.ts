/// <reference lib="dom" />
import { translate } from "./translate.ts";
import type { PageTexts } from "./page_texts.ts";

/** The shared step sliders: play, arrow keys and the choice of a seed move all films of a scope at once. */
export function setUpFilms(texts: PageTexts, signal: AbortSignal): void {
  for (const controls of document.querySelectorAll<HTMLElement>("[data-controls]")) {
    connectFilms(controls, texts, signal);
  }
}

/** Connects one slider with its films: those of its scope, which is the page unless an element is marked as one. */
export function connectFilms(controls: HTMLElement, texts: PageTexts, signal: AbortSignal): void {
  const scope: ParentNode = controls.closest("[data-scope]") ?? document;
  const steps = controls.dataset.steps!.split(",").map(Number);
  const slider = controls.querySelector<HTMLInputElement>("input[type=range]")!;
  const seed = controls.querySelector<HTMLSelectElement>("select")!;
  const play = controls.querySelector<HTMLElement>("[data-play]")!;
  const output = controls.querySelector<HTMLElement>("output data")!;
  const films = [...scope.querySelectorAll("[data-film]")].map((film) => [
    ...film.querySelectorAll<HTMLElement>("[data-frame]"),
  ]);
  let timer: ReturnType<typeof setInterval> | undefined;
  const show = (): void => {
    const step = steps[Number(slider.value)];
    output.setAttribute("value", String(step));
    output.dataset.en = step.toLocaleString("en-US");
    translate(output.closest("output")!, document.documentElement.lang, texts);
    slider.setAttribute("aria-valuetext", output.closest("output")!.textContent!);
    for (const frames of films) {
      const own = frames.filter((frame) => frame.dataset.seed === seed.value);
      const past = own.filter((frame) => Number(frame.dataset.step) <= step);
      const shown = past[past.length - 1] ?? own[0];
      for (const frame of frames) frame.hidden = frame !== shown;
    }
    document.dispatchEvent(new CustomEvent("step", { detail: step }));
  };
  const say = (key: string): void => {
    play.querySelector("[data-t]")!.setAttribute("data-t", key);
    translate(play, document.documentElement.lang, texts);
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    say("samples.play");
  };
  const move = (by: number): boolean => {
    const next = Number(slider.value) + by;
    if (next < 0 || next >= steps.length) return false;
    slider.value = String(next);
    show();
    return true;
  };
  slider.addEventListener("input", () => {
    stop();
    show();
  });
  seed.addEventListener("change", show);
  play.addEventListener("click", () => {
    if (timer) return stop();
    if (!move(1)) {
      slider.value = "0";
      show();
    }
    say("samples.stop");
    timer = setInterval(() => {
      if (!move(1) || Number(slider.value) === steps.length - 1) stop();
    }, 900);
  });
  // Of several sliders the keys move the one whose films are in the middle of the window.
  const isSeen = (): boolean => {
    if (!(scope instanceof Element)) return true;
    const { top, bottom } = scope.getBoundingClientRect();
    return top <= innerHeight / 2 && bottom > innerHeight / 2;
  };
  // With nothing in focus that wants the arrow keys, they move the step: a lecturer need not aim.
  document.addEventListener("keydown", (event) => {
    const isFree = event.target === document.body ||
      (event.target as Element).closest?.("[data-film], dialog") != null;
    if (!isFree || !isSeen() || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    stop();
    move(event.key === "ArrowRight" ? 1 : -1);
  }, { signal });
  signal.addEventListener("abort", () => clearInterval(timer));
  for (const box of controls.querySelectorAll<HTMLInputElement>("[data-layer]")) {
    const set = (): void => {
      document.documentElement.classList.toggle(`without-${box.dataset.layer}`, !box.checked);
    };
    box.addEventListener("change", set);
    set();
  }
  controls.hidden = false;
  show();
}
