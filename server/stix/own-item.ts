/** An object of ours read back: what the extension says exactly, and for the rest what the standard's properties say now. */
import type { Audience } from "../../domain/label.ts";
import type { ItemKind } from "../../domain/kinds.ts";
import { itemKinds } from "../../domain/kinds.ts";
import type { Attribution } from "../../domain/vocabulary.ts";
import { attributions } from "../../domain/vocabulary.ts";
import { extensionOf, fieldsOf, snakeCase } from "./extension.ts";
import { mainTypes } from "./main-types.ts";
import { readDescription } from "./prose.ts";
import type { Raw } from "./raw.ts";
import { isRecord, list, text } from "./raw.ts";
import { standardFields } from "./standard-fields.ts";

/** Where an item of a Tocsin forum comes from. It is what the object says: nobody has vouched for it. */
export type Provenance = {
  readonly itemId: string;
  readonly forumId: string | null;
  readonly revision: number | null;
  readonly attribution: Attribution | null;
  readonly audience: Partial<Record<keyof Audience, readonly unknown[]>> | null;
};
export type OwnItem = { readonly kind: ItemKind; readonly fields: Raw; readonly provenance: Provenance };

/** Null for what is no item of a Tocsin forum. */
export function readOwnItem(object: Raw): OwnItem | null {
  const extension = extensionOf(object);
  const kind = itemKinds.find((each) => each === extension?.["kind"]);
  const itemId = text(extension?.["item_id"]);
  if (extension === null || kind === undefined || itemId === null || mainTypes[kind] !== object["type"]) return null;
  const { revision, attribution, audience } = extension;
  return {
    kind,
    fields: readFields(object, kind, extension),
    provenance: {
      itemId,
      forumId: text(extension["forum_id"]),
      revision: typeof revision === "number" ? revision : null,
      attribution: attributions.find((each) => each === attribution) ?? null,
      audience: isRecord(audience) ? readAudience(audience) : null,
    },
  };
}

function readFields(object: Raw, kind: ItemKind, extension: Raw): Raw {
  const unset = new Set(list(extension["unset"]));
  const told: Raw = standardFields(object);
  const names = fieldsOf(kind).map(([name]) => name);
  const fields = Object.fromEntries(
    names.filter((name) => !unset.has(snakeCase(name))).map((name) => [name, extension[snakeCase(name)] ?? told[name]]),
  );
  const description = object["description"] ?? object["content"];
  if (typeof description !== "string") return fields;
  const prose = readDescription(description, kind, { details: fields, summary: text(extension["summary"]) });
  return { ...fields, ...prose };
}

function readAudience(audience: Raw): NonNullable<Provenance["audience"]> {
  return {
    organizations: list(audience["organizations"]),
    groups: list(audience["groups"]),
    sectors: list(audience["sectors"]),
    accounts: list(audience["accounts"]),
  };
}
