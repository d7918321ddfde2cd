/**
 * The page's one script: a step slider and a seed choice for all sample figures at once. It only shows and
 * hides what is already there; the page reads in full without it.
 */
export const PAGE_SCRIPT: string = `(() => {
  const controls = document.querySelector("[data-controls]");
  if (!controls) return;
  const steps = controls.dataset.steps.split(",").map(Number);
  const slider = controls.querySelector("input");
  const seed = controls.querySelector("select");
  const play = controls.querySelector("button");
  const output = controls.querySelector("output");
  const films = [...document.querySelectorAll("[data-film]")].map((film) => ({
    when: film.querySelector("[data-when]"),
    frames: [...film.querySelectorAll("[data-frame]")],
  }));
  let timer = 0;
  const show = () => {
    const step = steps[slider.value];
    const text = "step " + step.toLocaleString("en-US");
    output.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    for (const { when, frames } of films) {
      const own = frames.filter((frame) => frame.dataset.seed === seed.value);
      const past = own.filter((frame) => Number(frame.dataset.step) <= step);
      const shown = past[past.length - 1] || own[0];
      for (const frame of frames) frame.hidden = frame !== shown;
      if (shown) when.textContent = shown.dataset.caption;
    }
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
  };
  slider.addEventListener("input", () => { stop(); show(); });
  seed.addEventListener("change", show);
  play.addEventListener("click", () => {
    if (timer) return stop();
    if (Number(slider.value) === steps.length - 1) slider.value = 0;
    else slider.value = Number(slider.value) + 1;
    show();
    play.textContent = "Stop";
    timer = setInterval(() => {
      slider.value = Number(slider.value) + 1;
      show();
      if (Number(slider.value) === steps.length - 1) stop();
    }, 900);
  });
  controls.hidden = false;
  document.documentElement.classList.add("has-script");
  show();
})();`;
