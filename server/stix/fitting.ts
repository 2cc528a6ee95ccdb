/** What the forum takes in one field: longer texts are cut, other ids and addresses left out. */
import type { Reference } from "../../domain/fields.ts";

export function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const technique = /^[\w.:-]{1,64}$/;

export function fitTechniques(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => technique.test(id)).slice(0, 100);
}

export function fitReference({ title, url, externalId, source }: Reference): Reference {
  const isWeb = url !== null && url.length <= 2_000 && /^https?:/i.test(url) && URL.canParse(url);
  const fit = (value: string | null): string | null => (value === null ? null : cut(value, 2_000));
  return {
    title: fit(title ?? (isWeb ? null : url)),
    url: isWeb ? url : null,
    externalId: fit(externalId),
    source: fit(source),
  };
}
