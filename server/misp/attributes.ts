import { uuidV5 } from "../stix/ids.ts";
import type { Fact } from "./facts.ts";
import { attributeTypes, factsOf, placeOf } from "./facts.ts";
import type { TemplateName } from "./templates.ts";
import { templateNames, templates } from "./templates.ts";

export type Attribute = {
  readonly uuid: string;
  readonly type: string;
  readonly category: string;
  readonly value: string;
  readonly comment: string;
  readonly to_ids: false;
  readonly disable_correlation: boolean;
  readonly deleted: boolean;
  readonly distribution: string;
  readonly timestamp: string;
  readonly object_relation?: string;
};
export type MispObject = {
  readonly name: TemplateName;
  readonly uuid: string;
  readonly deleted: boolean;
  readonly Attribute: readonly Attribute[];
  readonly [property: string]: unknown;
};

/** Whatever hangs on an event goes where the event goes. */
export const inheritDistribution = "5";

type Frame = { readonly eventUuid: string; readonly timestamp: string };
type Placed = { readonly fact: Fact; readonly isRemoved: boolean };

/** The facts of now, and those that earlier revisions had and this one has not: of these nothing is left but their place. */
export function placeFacts(itemId: string, now: Fact[], earlier: readonly Parameters<typeof factsOf>[1][]): Placed[] {
  const places = new Map<string, Placed>(
    earlier.flatMap((content) =>
      factsOf(itemId, content).map((fact) => [placeOf(fact), { fact, isRemoved: true }] as const),
    ),
  );
  for (const fact of now) places.set(placeOf(fact), { fact, isRemoved: false });
  return [...places.values()];
}

export function attributesOf(placed: readonly Placed[], frame: Frame): Attribute[] {
  return placed.filter(({ fact }) => fact.object === null).map((one) => attributeOf(one, frame));
}

export function objectsOf(placed: readonly Placed[], frame: Frame): MispObject[] {
  return templateNames.flatMap((name) => {
    const own = placed.filter(({ fact }) => fact.object === name);
    if (own.length === 0) return [];
    const { uuid, version, metaCategory, description } = templates[name];
    return {
      name,
      "meta-category": metaCategory,
      description,
      template_uuid: uuid,
      template_version: version,
      uuid: uuidV5(frame.eventUuid, name),
      timestamp: frame.timestamp,
      distribution: inheritDistribution,
      deleted: own.every(({ isRemoved }) => isRemoved),
      ObjectReference: [],
      Attribute: own.map((one) => ({ ...attributeOf(one, frame), object_relation: one.fact.relation })),
    };
  });
}

function attributeOf({ fact, isRemoved }: Placed, { eventUuid, timestamp }: Frame): Attribute {
  const { category, removed } = attributeTypes[fact.type];
  return {
    uuid: uuidV5(eventUuid, placeOf(fact)),
    type: fact.type,
    category,
    value: isRemoved ? removed : fact.value,
    comment: fact.comment,
    to_ids: false,
    disable_correlation: fact.type === "text",
    deleted: isRemoved,
    distribution: inheritDistribution,
    timestamp,
  };
}
