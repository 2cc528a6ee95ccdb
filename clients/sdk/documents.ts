import { adoptionDocuments } from "./adoption-documents.ts";
import { ballotDocuments } from "./ballot-documents.ts";
import { directoryDocuments } from "./directory-documents.ts";
import { feedDocuments } from "./feed-documents.ts";
import { groupDocuments } from "./group-documents.ts";
import { itemDocuments } from "./item-documents.ts";
import { peerDocuments } from "./peer-documents.ts";
import { sourceDocuments } from "./source-documents.ts";
import { practiceDocuments } from "./practice-documents.ts";
import { talkDocuments } from "./talk-documents.ts";
import { writeDocuments } from "./write-documents.ts";

/** Every operation that the client sends. `generate.ts` derives the types of their variables and results from the schema. */
export const documents = {
  ...directoryDocuments,
  ...itemDocuments,
  ...feedDocuments,
  ...writeDocuments,
  ...ballotDocuments,
  ...adoptionDocuments,
  ...groupDocuments,
  ...talkDocuments,
  ...sourceDocuments,
  ...peerDocuments,
  ...practiceDocuments,
} as const;
