import { builder } from "./builder.ts";

builder.queryType({ description: "What can be asked. You are answered as if what you may not see did not exist." });
builder.mutationType({
  description:
    "What can be done, by accounts that are signed in. The role is looked at first, then the id of the item, then the rest of the input. An answered write is kept for good; an error with the code UNAVAILABLE or none means that it is not known whether it was done: repeat it with the same idempotencyKey.",
});
builder.subscriptionType({ description: "What can be followed live." });
