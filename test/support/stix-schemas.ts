/** The OASIS schemas of STIX 2.1, with the pattern on `type` made linear: as published, its time doubles with each letter. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { sharedData } from "./shared-data.ts";

export const schemaFolder = "stix2.1-json-schemas/schemas";
const base = "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas";
const exponential = "([a-z][a-z0-9]*)+(-[a-z0-9]+)*";
const linear = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

/** Gives the faults of an object by the schema of its type, as text; null for none. */
export function stixValidator(): (object: { readonly type: string }) => string | null {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, allErrors: false });
  formats.default(ajv);
  const root = sharedData(schemaFolder);
  for (const file of globSync("**/*.json", { cwd: root })) {
    ajv.addSchema(JSON.parse(readFileSync(join(root, file), "utf8").replaceAll(exponential, linear)));
  }
  const validators = new Map<string, ValidateFunction>();
  return (object) => {
    const { type } = object;
    const validate = validators.get(type) ?? validatorOf(ajv, type);
    if (validate === undefined) return `there is no schema for ${type}`;
    validators.set(type, validate);
    return validate(object) ? null : ajv.errorsText(validate.errors);
  };
}

function validatorOf(ajv: Ajv2020, type: string): ValidateFunction | undefined {
  const folders = ["common", "sdos", "sros", "observables"];
  return folders.map((folder) => ajv.getSchema(`${base}/${folder}/${type}.json`)).find((found) => found !== undefined);
}
