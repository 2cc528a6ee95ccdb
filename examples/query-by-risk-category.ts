/** Counts and lists what is known about a risk category (the first argument). Set TOCSIN_URL and TOCSIN_TOKEN. */
import { createClient, riskCategoryValues } from "../clients/sdk/index.ts";

const { TOCSIN_URL: url = "http://127.0.0.1:4000", TOCSIN_TOKEN: token } = process.env;
const category = riskCategoryValues.find((value) => value === (process.argv[2] ?? "CYBER"));
if (category === undefined) throw new Error(`Give one of ${riskCategoryValues.join(", ")}.`);

await using forum = createClient({ url, token });
const filter = { riskCategories: [category], minSeverity: "HIGH" } as const;

const { total, bySeverity } = await forum.statistics(filter);
console.log(`${category}: ${total} (${bySeverity.map(({ severity, count }) => `${count} ${severity}`).join(", ")})`);
for await (const item of forum.items({ filter, orderBy: "MOST_SEVERE" })) {
  console.log(`TLP:${item.tlp.replace("_", "+")}  ${item.severity}  ${item.title}`);
}
