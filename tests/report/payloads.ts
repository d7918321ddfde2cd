/**
 * Texts that would run, load something or end a block where a page took them for markup, script, style, a link or a template;
 * each is to set `pwned` or to call for `x`. One of each way in, after the lists that browsers' and frameworks' testers keep.
 */
export const PAYLOADS: readonly string[] = [
  `<script>globalThis.pwned=1</script>`,
  `</script><script>globalThis.pwned=1</script>`,
  `</style><script>globalThis.pwned=1</script>`,
  `</title><script>globalThis.pwned=1</script>`,
  `</textarea><script>globalThis.pwned=1</script>`,
  `--><script>globalThis.pwned=1</script><!--`,
  `]]><script>globalThis.pwned=1</script>`,
  `<img src=x onerror=globalThis.pwned=1>`,
  `"><img src=x onerror="globalThis.pwned=1">`,
  `'><img src=x onerror='globalThis.pwned=1'>`,
  `" autofocus tabindex=0 onfocus="globalThis.pwned=1`,
  `<svg onload=globalThis.pwned=1>`,
  `<svg><script href="data:text/javascript,globalThis.pwned=1"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=globalThis.pwned=1>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<object data="data:text/html,<script>parent.pwned=1</script>"></object>`,
  `<a href="javascript:globalThis.pwned=1">x</a>`,
  `javascript:globalThis.pwned=1`,
  `<base href="https://x.invalid/"><link rel=stylesheet href=x>`,
  `<meta http-equiv=refresh content="0;url=https://x.invalid/">`,
  `<form action=https://x.invalid/><button autofocus>x</button></form>`,
  `<style>@import url(https://x.invalid/);*{background:url(x)}</style>`,
  `\${globalThis.pwned=1}{{globalThis.pwned=1}}{variant}{count, plural, other {#}}`,
  `datum["x"]'];globalThis.pwned=1//`,
  `\\u003cscript>globalThis.pwned=1\\u003c/script>&lt;script&gt;&#60;script&#62;`,
  `\u2028globalThis.pwned=1\u2029\u202e\u0000`,
  `__proto__`,
  `</title></style></script><script>globalThis.pwned=1</script>"'><img src=x ` +
  `onerror=globalThis.pwned=1>]]><!--assay:run--> é漢字\u202e $& $1`,
];
