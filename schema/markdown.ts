import MarkdownIt from "markdown-it";

/**
 * CommonMark as HTML that can be put into a page as it is: it is made of this renderer's own tags alone. What an author writes as HTML
 * comes out as text, a link leads to the web or to a mail address, and nothing is fetched by whoever looks at it: an image is a link.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 20 });

markdown.disable("image");
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());
markdown.renderer.rules["link_open"] = (tokens, at, options, _env, self) => {
  const link = tokens[at];
  // CommonMark's [text]() would lead to whatever page shows it
  if (link?.attrGet("href") === "") link.attrs = null;
  else link?.attrSet("rel", "nofollow noopener noreferrer");
  return self.renderToken(tokens, at, options);
};

export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
