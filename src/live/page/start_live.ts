/// <reference lib="dom" />
import type { PageTexts } from "../../report/page/page_texts.ts";
import { translate } from "../../report/page/translate.ts";
import { replaceReport } from "./replace_report.ts";

/** Keeps a watched page up to date: takes the parts that the server sends, and connects again whenever that ends. */
export function startLive(): void {
  const panel = document.getElementById("live")!;
  const texts: PageTexts = JSON.parse(document.getElementById("live-messages")!.textContent!);
  const lost = panel.querySelector(".live-lost")!;
  const say = (element: Element): void => translate(element, document.documentElement.lang, texts);
  let last = panel.dataset.last!;

  const findPart = (name: string): Element => {
    const known = [...panel.querySelectorAll("[data-part]")]
      .find((part) => part.getAttribute("data-part") === name);
    if (known) return known;
    const part = document.createElement("div");
    part.dataset.part = name;
    const pictures = panel.querySelector("[data-pictures]")!;
    const later = [...pictures.children].find((other) => other.getAttribute("data-part")! > name);
    pictures.insertBefore(part, later ?? null);
    return part;
  };
  const show = (name: string, text: string): void => {
    if (name === "phase") panel.dataset.phase = text;
    else if (name === "report") {
      if (panel.dataset.report === text) return;
      panel.dataset.report = text;
      void replaceReport();
    } else {
      const part = findPart(name);
      if (name.startsWith("preview/") && text === "") return part.remove();
      part.innerHTML = text;
      say(part);
    }
  };
  const connect = (): void => {
    const source = new EventSource(`events?after=${encodeURIComponent(last)}`);
    source.onopen = () => {
      delete panel.dataset.connection;
      lost.replaceChildren();
    };
    source.onmessage = ({ data, lastEventId }) => {
      last = lastEventId;
      const { name, text } = JSON.parse(data) as { name: string; text: string };
      show(name, text);
    };
    source.onerror = () => {
      source.close();
      if (panel.dataset.connection !== "lost") {
        panel.dataset.connection = "lost";
        const message = document.createElement("span");
        message.dataset.t = "live.lost";
        lost.replaceChildren(message);
        say(lost);
      }
      setTimeout(connect, 1000);
    };
  };
  say(panel);
  new MutationObserver(() => say(panel))
    .observe(document.documentElement, { attributeFilter: ["lang"] });
  connect();
}
