/** The object templates that events use, as MISP's own repository of templates has them. */
export const templates = {
  report: {
    uuid: "70a68471-df22-4e3f-aa1a-5a3be19f82df",
    version: "8",
    metaCategory: "misc",
    description: "Report object to describe a report along with its metadata.",
  },
  incident: {
    uuid: "38597424-f9bb-4865-9b4b-819172df0334",
    version: "1",
    metaCategory: "misc",
    description: "Incident object template as described in STIX 2.1 Incident object and its core extension.",
  },
  "course-of-action": {
    uuid: "3d1c2c06-68a9-4394-8c8d-258d115f796f",
    version: "1",
    metaCategory: "misc",
    description: "An object describing a specific measure taken to prevent or respond to an attack.",
  },
  "ai-chat-prompt": {
    uuid: "a78f4156-0bb7-405c-aa25-ba16a73f68e4",
    version: "2",
    metaCategory: "misc",
    description: "Object describing an AI prompt such as ChatGPT.",
  },
} as const;
export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates) as TemplateName[]; // the keys of the table above
