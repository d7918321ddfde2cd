/// <reference lib="dom" />
import { keepPlace } from "./keep_place.ts";

/** Puts the newest report in the place of the one that is shown, and leaves the reader where they are. */
export async function replaceReport(): Promise<void> {
  const response = await fetch("report").catch(() => null);
  // The next connection tells of it again.
  if (!response?.ok) return;
  const text = await response.text();
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
  if (dialog) {
    await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  }
  const next = new DOMParser().parseFromString(text, "text/html");
  const panel = document.getElementById("live")!;
  // The policy of a page is fixed: scripts and styles that it does not name need another page.
  const policy = next.querySelector("meta[http-equiv=Content-Security-Policy]");
  if (policy?.getAttribute("content") !== panel.dataset.policy) return location.reload();
  const root = document.documentElement;
  const chosen = { language: root.lang, theme: root.dataset.theme ?? "auto" };
  const goBack = keepPlace();
  document.dispatchEvent(new Event("leave"));
  for (const node of [...document.body.childNodes]) if (node !== panel) node.remove();
  const header = next.querySelector("header")!;
  root.lang = next.documentElement.lang;
  for (const node of [...next.body.childNodes]) {
    if (!(node instanceof HTMLScriptElement)) {
      // The panel stays where it is, below the head of the page, and keeps what it listens to.
      if (node === header) panel.before(node);
      else document.body.append(node);
      continue;
    }
    // A script that was parsed does not run; a new one of the same text does, as the policy knows it.
    const script = document.createElement("script");
    for (const [name, value] of Object.entries(chosen)) {
      document.querySelector<HTMLSelectElement>(`select[name=${name}]`)!.value = value;
    }
    for (const { name, value } of node.attributes) script.setAttribute(name, value);
    script.textContent = node.textContent;
    document.body.append(script);
  }
  document.title = next.title;
  goBack();
}
