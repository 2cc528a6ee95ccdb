import type { RelayScope } from "../domain/tlp.ts";
import type { ItemView, Reach, ReachType } from "../domain/view.ts";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";
import { GroupRef } from "./groups.ts";
import { ItemRef } from "./items.ts";

const ReachTypeEnum = enumOf<ReachType>("ReachType", "A way by which an item reached you.", {
  ORIGIN: "You belong to its origin.",
  ORGANIZATION: "It is addressed to your organisation.",
  GROUP: "It is addressed to a group that you are in.",
  SECTOR: "It is addressed to your sector.",
  PERSON: "It is addressed to you by name, or written by you.",
  RELAY: "Somebody who had it passed it on to your organisation.",
  COMMUNITY: "It is addressed to all members.",
  PUBLIC: "It is addressed to everybody.",
});

const RelayScopeEnum = enumOf<RelayScope>("RelayScope", "To whom a recipient may pass an item on.", {
  NOBODY: "To nobody.",
  OWN_ORGANIZATION: "Inside the own organisation.",
  CLIENTS: "Inside the own organisation, and to its registered clients.",
  COMMUNITY: "To any member of the forum.",
  ANYONE: "To anybody.",
});

const ReachRef = builder.objectRef<Reach>("Reach").implement({
  description: "How an item reached you. It never says whom else it reached.",
  fields: (t) => ({
    type: t.expose("type", { type: ReachTypeEnum, description: "The way." }),
    group: t.field({
      type: GroupRef,
      nullable: true,
      description: "Which group, where the way is GROUP.",
      resolve: ({ groupId }, _, { loaders }) => (groupId === null ? null : loaders.groups.load(groupId)),
    }),
  }),
});

const HandlingRef = builder.objectRef<ItemView["handling"]>("Handling").implement({
  description: "What the label lets you do with an item.",
  fields: (t) => ({
    sentence: t.exposeString("sentence", { description: "It in one or two sentences, for people." }),
    relay: t.expose("relay", { type: RelayScopeEnum, description: "To whom you may pass it on with `relay`." }),
    mayChange: t.exposeBoolean("mayChange", { description: "Whether you may revise or withdraw it." }),
  }),
});

builder.interfaceFields(ItemRef, (t) => ({
  reachedThrough: t.field({
    type: [ReachRef],
    description: "Every way by which it reached you.",
    resolve: ({ reachedThrough }) => [...reachedThrough],
  }),
  handling: t.expose("handling", { type: HandlingRef, description: "What its label lets you do with it." }),
}));
