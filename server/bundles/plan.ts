/**
 * What is to be done about one item of a bundle. An import never lets more people read an item than may read it here, never takes
 * up what was withdrawn here, and touches nothing that is not the member's to change.
 */
import type { ItemDraft, RelationInput } from "../../domain/commands.ts";
import type { Content } from "../../domain/kinds.ts";
import { kinds } from "../../domain/kinds.ts";
import type { Audience } from "../../domain/label.ts";
import { noAudience } from "../../domain/label.ts";
import type { Member } from "../../domain/people.ts";
import type { AudienceRule } from "../../domain/tlp.ts";
import { labelRules, printTlp } from "../../domain/tlp.ts";
import type { ItemView } from "../../domain/view.ts";
import { parseDraft } from "../../schema/draft.ts";
import type { MappedItem } from "../stix/from-stix.ts";
import { isStricter } from "../stix/strictness.ts";
import { importSource } from "./find-imported.ts";

export type BringInOptions = {
  /** For whom items are that their label gives to some only. @default the importer's own organisation */
  readonly audience: Pick<Audience, "organizations" | "groups" | "sectors">;
  /** Whether everything becomes a draft. */
  readonly drafts: boolean;
  /** Under which name the ids of the objects are kept. @default "stix" */
  readonly source?: string;
  /**
   * The feed that it comes from, where nobody here looks at it before: it says nothing of items of this forum, and changes what the same feed
   * has brought, and nothing else.
   * @default somebody has asked for the import, and may change whatever the organisation has imported
   */
  readonly feed?: string;
};

export type Plan =
  | { readonly does: "publish"; readonly draft: ItemDraft }
  | { readonly does: "revise"; readonly itemId: string; readonly revision: number; readonly draft: ItemDraft }
  | { readonly does: "save"; readonly itemId: string | null; readonly draft: ItemDraft }
  | { readonly does: "nothing"; readonly itemId: string }
  | { readonly does: "skip"; readonly why: string };

export type Planned = {
  readonly objectId: string;
  readonly item: MappedItem;
  /** Whether it says that it is an item of this very forum. */
  readonly isOurs: boolean;
  readonly existing: ItemView | null;
  /** Whether what there is of it may be changed by this import. */
  readonly isOfFeed: boolean;
  readonly relations: readonly RelationInput[];
  readonly existingRelations: readonly RelationInput[];
};

export const broughtByOthers =
  "it is here already and was not brought by this source, which changes nothing but its own";

/** Throws what the forum would refuse, with the path of the field. */
export function planItem(planned: Planned, member: Member, options: BringInOptions): Plan {
  const { item, existing, isOurs, isOfFeed } = planned;
  const asDraft = options.drafts || item.doubt !== null;
  if (existing === null) {
    const draft = draftOf(planned, member, options);
    return asDraft ? { does: "save", itemId: null, draft } : { does: "publish", draft };
  }
  if (existing.withdrawal !== null) return { does: "skip", why: "it was withdrawn here" };
  if (isOurs && options.feed !== undefined)
    return { does: "skip", why: "it is an item of this forum, and is changed here alone" };
  if (!existing.handling.mayChange)
    return { does: "skip", why: "it is an item of this forum, and only its origin changes it" };
  if (isOurs && (item.provenance?.revision ?? 0) < existing.revision)
    return { does: "skip", why: "the forum has a newer revision of it" };
  if (isSame(planned, existing, options)) return { does: "nothing", itemId: existing.id };
  if (!isOfFeed) return { does: "skip", why: broughtByOthers };
  if (isStricter(existing.tlp, item.tlp))
    return { does: "skip", why: `it is ${printTlp(existing.tlp)} here, and an import lets nobody else read it` };
  const draft = draftOf(planned, member, options);
  if (existing.status === "DRAFT") return { does: "save", itemId: existing.id, draft };
  if (asDraft) return { does: "skip", why: "it is published here, and is not replaced by a draft" };
  return { does: "revise", itemId: existing.id, revision: existing.revision, draft };
}

function isSame(planned: Planned, existing: ItemView, options: BringInOptions): boolean {
  const { item, relations, existingRelations } = planned;
  const isSameText = JSON.stringify(contentOf(planned, options)) === JSON.stringify(existing.content);
  // Who resolved a doubt by hand has given it the label that it has here.
  const isSameLabel = item.doubt !== null || item.tlp === existing.tlp;
  return isSameText && isSameLabel && relationText(relations) === relationText(existingRelations);
}

function relationText(relations: readonly RelationInput[]): string {
  return relations
    .map(({ type, itemId }) => `${type} ${itemId}`)
    .sort()
    .join("\n");
}

function draftOf(planned: Planned, member: Member, options: BringInOptions): ItemDraft {
  const { item, existing, isOurs, relations } = planned;
  const { kind, envelope, details } = contentOf(planned, options);
  const attribution =
    existing?.attribution ?? (isOurs ? item.provenance?.attribution : null) ?? item.attribution ?? "ORGANIZATION";
  return parseDraft({
    [kinds[kind].inputName]: {
      ...envelope,
      ...details,
      tlp: item.tlp,
      attribution,
      audience:
        existing?.tlp === item.tlp && existing.audience !== null
          ? existing.audience
          : audienceOf(planned, member, options),
      relations: relations.map(({ type, itemId }) => ({ type, item: itemId })),
    },
  });
}

/** What came from elsewhere bears, as its first reference, what it is found again by. */
function contentOf({ objectId, item, isOurs }: Planned, { source = importSource }: BringInOptions): Content {
  const { content } = item;
  const { references } = content.envelope;
  const [first] = references;
  if (isOurs || (first?.source === source && first.externalId === objectId)) return content;
  const own = { title: null, url: null, externalId: objectId, source };
  return { ...content, envelope: { ...content.envelope, references: [own, ...references].slice(0, 200) } };
}

function audienceOf(
  { item, isOurs }: Planned,
  member: Member,
  { audience }: BringInOptions,
): Readonly<Record<string, unknown>> {
  const told = isOurs ? item.provenance?.audience : null;
  if (told != null && Object.values(told).some((names) => names.length > 0)) return { ...noAudience, ...told };
  const circles = { ...audience, accounts: [] };
  const isDeclared = audience.organizations.length + audience.groups.length + audience.sectors.length > 0;
  const rules: Readonly<Record<AudienceRule, Readonly<Record<string, unknown>>>> = {
    accounts: { ...noAudience, accounts: [member.accountId] },
    circles: isDeclared ? circles : { ...noAudience, organizations: [member.organizationId] },
    "optional circles": isDeclared ? circles : noAudience,
    none: noAudience,
  };
  return rules[labelRules[item.tlp].audience];
}
