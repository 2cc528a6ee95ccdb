import type { TokenView } from "../db/read-tokens.ts";
import { builder } from "./builder.ts";
import { AccountRef } from "./members.ts";

const TokenRef = builder.objectRef<TokenView>("Token").implement({
  description: "A bearer token, but for the token itself: the forum keeps a hash of it alone.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id, by which it can be ended." }),
    name: t.exposeString("name", { nullable: true, description: "What it is for, in the words of its maker." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made." }),
    expiresAt: t.expose("expiresAt", {
      type: "DateTime",
      nullable: true,
      description: "When it ends by itself; null for one that does not.",
    }),
    revokedAt: t.expose("revokedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was ended; null while it is good.",
    }),
    lastUsedAt: t.expose("lastUsedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was last used, to about a minute; null for one that never was.",
    }),
  }),
});

builder.objectField(AccountRef, "tokens", (t) =>
  t.field({
    type: [TokenRef],
    nullable: true,
    description: "Its tokens, newest first. For the account itself and for stewards; null for everybody else.",
    extensions: { pageSize: 20 },
    resolve: ({ id }, _, { loaders }) => loaders.tokens.load(id),
  }),
);
