/** What ATLAS says, whichever of its files said it. Every id is well-formed, every list is there. */
export type AtlasData = {
  readonly version: string | null;
  readonly techniques: readonly AtlasTechnique[];
  readonly mitigations: readonly AtlasMitigation[];
  readonly studies: readonly AtlasStudy[];
};

export type AtlasNamed = { readonly id: string; readonly name: string };
export type AtlasReference = { readonly title: string | null; readonly url: string | null };
/** The entry of ATT&CK that an entry of ATLAS follows. */
export type AttackReference = { readonly id: string; readonly url: string | null };

export type AtlasTechnique = AtlasNamed & {
  readonly description: string;
  readonly parent: AtlasNamed | null;
  readonly tactics: readonly AtlasNamed[];
  /** Null where the file does not say it. */
  readonly maturity: string | null;
  readonly attack: AttackReference | null;
  readonly references: readonly AtlasReference[];
};

export type AtlasMitigation = AtlasNamed & {
  readonly description: string;
  readonly lifecycle: readonly string[];
  readonly categories: readonly string[];
  readonly uses: readonly { readonly technique: string; readonly how: string | null }[];
  readonly attack: AttackReference | null;
};

export type AtlasStudy = AtlasNamed & {
  readonly summary: string;
  readonly date: string | null;
  readonly granularity: string | null;
  readonly type: string | null;
  readonly target: string | null;
  readonly actor: string | null;
  readonly reporter: string | null;
  readonly steps: readonly { readonly technique: string; readonly description: string | null }[];
  readonly references: readonly AtlasReference[];
};

export const atlasSource = "mitre-atlas";

/** Ids of ATLAS, such as AML.T0051.001, AML.M0004 and AML.CS0017. */
export function isAtlasId(id: string | null, letters: string): id is string {
  return id !== null && new RegExp(`^AML\\.${letters}\\d{4}(\\.\\d{3})?$`).test(id);
}

/** The addresses that ATLAS gives within its own site, as whole addresses. */
export function absoluteLinks(markdown: string): string {
  return markdown.replaceAll(/\]\(\/(?=techniques|tactics|mitigations|studies)/g, "](https://atlas.mitre.org/");
}
