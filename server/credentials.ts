/**
 * The token in an Authorization header, as the tools send it that know no Bearer: `Token <token>` (taxii2-client), Basic with any
 * name and the token as password (most of them), or nothing but the token (MISP). Undefined where there is none.
 */
export function tokenOf(authorization: string): string | undefined {
  const [, scheme = "", value = ""] = /^ *(\S+)(?: +(\S+))? *$/.exec(authorization) ?? [];
  if (value === "") return scheme === "" ? undefined : scheme;
  switch (scheme.toLowerCase()) {
    case "bearer":
    case "token":
      return value;
    case "basic":
      return passwordOf(value);
    default:
      return undefined;
  }
}

/** The name is not looked at: the token says who it is. */
function passwordOf(encoded: string): string | undefined {
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  const password = colon < 0 ? "" : pair.slice(colon + 1);
  return password === "" ? undefined : password;
}
