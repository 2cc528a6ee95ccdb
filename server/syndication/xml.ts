/** XML by construction: whatever is handed over as text or attribute comes out as just that. */
export type Xml = { readonly xml: string };

/** An element. Children are elements, or text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Xml | string)[]
): Xml {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inner = children.map((child) => (typeof child === "string" ? escapeXml(child) : child.xml)).join("");
  return { xml: inner === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${inner}</${name}>` };
}

export function documentOf(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\r": "&#13;", // a parser would make it a line feed
};
// XML 1.0 has no way to say these, escaped or not.
const unsayable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text.replaceAll(unsayable, "\uFFFD").replaceAll(/[&<>"'\r]/g, (sign) => entities[sign] ?? sign);
}
