/// <reference lib="dom" />

/** Remembers where the reader is: what stands on top, what is unfolded, in focus, and chosen. */
export function keepPlace(): () => void {
  const sections = () => [...document.querySelectorAll<HTMLElement>("section[id]")];
  const top = sections().find((section) => section.getBoundingClientRect().bottom > 0);
  const before = top?.getBoundingClientRect().top ?? 0;
  /** Elements of a selector, each under a name that it has in the next report too. */
  const nameAll = (selector: string): Map<string, HTMLElement> =>
    new Map(
      [...document.querySelectorAll("main, header, .verdicts, .warnings")].flatMap((part) =>
        [...part.querySelectorAll<HTMLElement>(selector)].map((element) => {
          const section = element.closest("section[id]") ?? part;
          const place = [...section.querySelectorAll(selector)].indexOf(element);
          return [`${section.id || section.className} ${place}`, element] as const;
        })
      ),
    );
  const isOpen = new Map(
    [...nameAll("details")].map(([name, element]) => [name, (element as HTMLDetailsElement).open]),
  );
  const fields = "[data-controls] input, [data-controls] select";
  const read = (element: HTMLElement): string | boolean => {
    const field = element as HTMLInputElement;
    if (field.type === "checkbox") return field.checked;
    // The last step stays the last one.
    return field.type === "range" && field.value === field.max ? "" : field.value;
  };
  const values = new Map([...nameAll(fields)].map(([name, element]) => [name, read(element)]));
  const focusable = "a, button, input, select, summary, [tabindex]";
  const focused = [...nameAll(focusable)].find(([, element]) => element === document.activeElement);
  return () => {
    for (const [name, element] of nameAll("details")) {
      (element as HTMLDetailsElement).open = isOpen.get(name) ??
        (element as HTMLDetailsElement).open;
    }
    for (const [name, element] of nameAll(fields)) {
      const field = element as HTMLInputElement;
      const value = values.get(name);
      if (value === undefined || value === "" || value === read(field)) continue;
      if (typeof value === "boolean") field.checked = value;
      else field.value = value;
      field.dispatchEvent(new Event(field.type === "range" ? "input" : "change"));
    }
    if (focused) nameAll(focusable).get(focused[0])?.focus({ preventScroll: true });
    const now = top && document.getElementById(top.id);
    if (now) scrollBy({ top: now.getBoundingClientRect().top - before, behavior: "instant" });
  };
}
