/** The words of a piece of markup, as a reader without JavaScript sees them. */
export function readText(html: string): string {
  return html.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ").replace(/ ([.,;:)])/g, "$1").trim();
}
