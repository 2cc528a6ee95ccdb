/** The schema of the API. Each file adds its types to the builder; nothing else happens here. */
import "./scalars.ts";
import "./roots.ts";
import "./node.ts";
import "./members.ts";
import "./tokens.ts";
import "./groups.ts";
import "./directory.ts";
import "./viewer.ts";
import "./items.ts";
import "./item-kinds.ts";
import "./handling.ts";
import "./relations.ts";
import "./revisions.ts";
import "./relays.ts";
import "./sightings.ts";
import "./answers.ts";
import "./item-list.ts";
import "./statistics.ts";
import "./feed.ts";
import "./publish.ts";
import "./drafts.ts";
import "./sources.ts";
import "./admin-members.ts";
import "./admin-groups.ts";
import { builder } from "./builder.ts";

/** In the order in which it is written: the words of a list stand in an order that means something. */
export const schema = builder.toSchema({ sortSchema: false });
