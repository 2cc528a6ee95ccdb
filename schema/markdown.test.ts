import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown.ts";

/** Every tag that may come out, with every attribute that it may have. */
const tag =
  /^<\/?(p|h[1-6]|ul|ol|ol start="\d+"|li|em|strong|s|code|code class="language-[^"<>]*"|pre|blockquote|hr|br|table|thead|tbody|tr|th|td|th style="text-align:(left|right|center)"|td style="text-align:(left|right|center)"|a|a href="(https?:\/\/|mailto:)[^"<>]*"( title="[^"<>]*")? rel="nofollow noopener noreferrer")>$/i;

function strangeTags(html: string): string[] {
  return [...html.matchAll(/<[^>]*>?/g)].map(([found]) => found).filter((found) => !tag.test(found));
}

describe("rendered Markdown", () => {
  it("is what CommonMark says", () => {
    expect(renderMarkdown("# One\n\n- *two*\n- **three** `four`")).toBe(
      "<h1>One</h1>\n<ul>\n<li><em>two</em></li>\n<li><strong>three</strong> <code>four</code></li>\n</ul>\n",
    );
    expect(renderMarkdown("[a](https://example.org/?a=1&b=2)")).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener noreferrer">a</a></p>\n',
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//example.org)",
    "[x]()",
    "[x](  )",
    "<javascript:alert(1)>",
    "![x](https://example.org/pixel.gif)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '[x](https://example.org "onclick=\\"alert(1)")',
    '```"><script>alert(1)</script>\nx\n```',
    "[x]: javascript:alert(1)\n\n[x]",
    "a\u0000<b>",
    "<!-- --><style>*{display:none}</style>",
  ])("has no tag of the author's, no image, and no link but to the web and to mail: %s", (text) => {
    const html = renderMarkdown(text);
    expect(strangeTags(html)).toEqual([]);
    expect(html).not.toMatch(/href="(?!https?:|mailto:)/i);
  });

  it("holds for whatever is written", () => {
    const piece = fc.constantFrom(
      ..."<>\"'&[]()!#*_`~|:-\n \\=/".split(""),
      "a",
      "javascript:",
      "https://e.org",
      "<img ",
      "onerror=",
      "&#x3c;",
      "&lt;",
      "data:",
      "```",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(strangeTags(renderMarkdown(pieces.join("")))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it("takes no longer than a moment for the longest text there can be", () => {
    for (const piece of ["[", "*a ", "> ", "`", "![", "<a ", "|a|\n", "- "]) {
      const begin = performance.now();
      renderMarkdown(piece.repeat(100_000 / piece.length));
      expect(performance.now() - begin).toBeLessThan(4_000);
    }
  });
});
