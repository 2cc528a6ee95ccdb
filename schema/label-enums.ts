import type { Tlp } from "../domain/tlp.ts";
import type { Attribution, ItemStatus, Sector } from "../domain/vocabulary.ts";
import { enumOf } from "./enums.ts";

export const TlpEnum = enumOf<Tlp>(
  "Tlp",
  "Who may have an item, after the Traffic Light Protocol 2.0 of FIRST. It is enforced: the forum shows an item to nobody else. Show it to people in capitals before the text, such as TLP:AMBER+STRICT.",
  {
    RED: "For the persons named and nobody else. Needs at least one account in the audience.",
    AMBER_STRICT:
      "For the organisations, groups and sectors named, to be kept inside each of them. Printed as TLP:AMBER+STRICT.",
    AMBER: "For the organisations, groups and sectors named; a recipient may pass it on to its registered clients.",
    GREEN: "For the members of the forum, or for those of them that the audience names; never without an account.",
    CLEAR: "For everybody, with or without an account. Takes no audience.",
  },
);

export const AttributionEnum = enumOf<Attribution>(
  "Attribution",
  "What others than the origin are shown of where an item comes from. Members of the origin see through it.",
  {
    ORGANIZATION: "The organisation, by name. The default.",
    SECTOR: "The sector only.",
    ANONYMOUS: "Nothing.",
  },
);

export const ItemStatusEnum = enumOf<ItemStatus>("ItemStatus", "Where an item stands in its life.", {
  DRAFT: "Being written: seen by the contributors of its organisation only, and with TLP:RED by its author only.",
  PUBLISHED: "Shared with those whom its label names.",
  WITHDRAWN: "Taken back by its origin: still readable by id, with the reason, but no longer to be relied on.",
});

export const SectorEnum = enumOf<Sector>("Sector", "The kind of organisation that a member is.", {
  COMPANY: "A company that develops or deploys AI systems.",
  GOVERNMENT: "A government body, or an institute that acts for one.",
  ACADEMIA: "A university or a research institute.",
  CIVIL_SOCIETY: "An organisation of civil society.",
});
