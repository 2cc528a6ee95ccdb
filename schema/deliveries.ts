import type { Delivery, DeliveryState } from "../db/federation/deliveries.ts";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";
import { ItemRef } from "./items.ts";

const DeliveryStateEnum = enumOf<DeliveryState>("DeliveryState", "What has become of an item at another forum.", {
  CONFIRMED: "The forum has said that it has it as it is now.",
  OFFERED: "It lies on a stream that the forum follows, which has not said yet what it has.",
  REFUSED: "The forum has said that it has not taken it.",
  WAITING: "It is about to be offered.",
  NOT_SENT: "It does not go there.",
});

const DeliveryRef = builder.objectRef<Delivery>("Delivery").implement({
  description: "What has become of an item at one other forum.",
  fields: (t) => ({
    peerId: t.exposeID("peerId", { description: "The forum, as a peer of this one." }),
    name: t.exposeString("peerName", { description: "What the forum calls itself." }),
    state: t.expose("state", { type: DeliveryStateEnum, description: "What has become of it." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it was not sent or not taken, or what is to come, in words.",
    }),
    at: t.expose("at", {
      type: "DateTime",
      nullable: true,
      description: "When it was offered, or the forum last said what it has.",
    }),
  }),
});

builder.interfaceField(ItemRef, "deliveries", (t) =>
  t.field({
    type: [DeliveryRef],
    nullable: true,
    description:
      "What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum.",
    extensions: { pageSize: 10 },
    resolve: async ({ id }, _, { loaders }) => {
      const deliveries = await loaders.deliveries.load(id);
      return deliveries === null ? null : [...deliveries];
    },
  }),
);
