/** What comes and goes is told apart by media type alone. */

export const taxiiType = "application/taxii+json;version=2.1";
export const stixType = "application/stix+json;version=2.1";

/** Whether an Accept header takes answers of TAXII 2.1. No header takes anything; no version takes any. */
export function acceptsTaxii(header: string | undefined): boolean {
  if (header === undefined || header.trim() === "") return true;
  return header.split(",").some((range) => {
    const { type, parameters } = mediaType(range);
    const isWanted = parameters.get("q") === undefined || Number(parameters.get("q")) > 0;
    if (type === "*/*" || type === "application/*") return isWanted;
    return isWanted && type === "application/taxii+json" && isVersion(parameters);
  });
}

/** Whether a body is an envelope of TAXII, or a bundle of STIX as OpenCTI sends it; null for anything else. */
export function bodyType(header: string | undefined): "envelope" | "bundle" | null {
  const { type, parameters } = mediaType(header ?? "");
  if (!isVersion(parameters)) return null;
  if (type === "application/taxii+json") return "envelope";
  return type === "application/stix+json" || type === "application/vnd.oasis.stix+json" ? "bundle" : null;
}

function isVersion(parameters: ReadonlyMap<string, string>): boolean {
  return (parameters.get("version") ?? "2.1") === "2.1";
}

function mediaType(text: string): { readonly type: string; readonly parameters: ReadonlyMap<string, string> } {
  const [type = "", ...rest] = text.split(";").map((part) => part.trim());
  const parameters = rest.map((part): [string, string] => {
    const [name = "", value = ""] = part.split("=").map((side) => side.trim());
    return [name.toLowerCase(), value.replaceAll('"', "")];
  });
  return { type: type.toLowerCase(), parameters: new Map(parameters) };
}
