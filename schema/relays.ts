import type { RelayView } from "../db/read-responses.ts";
import { builder } from "./builder.ts";
import { ItemRef } from "./items.ts";
import { OrganizationRef } from "./members.ts";
import { required } from "./required.ts";

const RelayRef = builder.objectRef<RelayView>("Relay").implement({
  description: "That a recipient passed an item on.",
  fields: (t) => ({
    organization: t.field({
      type: OrganizationRef,
      description: "To whom.",
      resolve: ({ organizationId }, _, { loaders }) => required(loaders.namedOrganizations.load(organizationId)),
    }),
    by: t.field({
      type: OrganizationRef,
      description: "By whom.",
      resolve: ({ byId }, _, { loaders }) => required(loaders.namedOrganizations.load(byId)),
    }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
    active: t.exposeBoolean("active", {
      description: "Whether it still holds: a relay ends when the item's label or audience changes.",
    }),
  }),
});

builder.interfaceField(ItemRef, "relays", (t) =>
  t.field({
    type: [RelayRef],
    nullable: true,
    description: "How recipients passed it on. For its origin; null for everybody else.",
    extensions: { pageSize: 2 },
    resolve: async ({ id }, _, { loaders }) => {
      const relays = await loaders.relays.load(id);
      return relays === null ? null : [...relays];
    },
  }),
);
