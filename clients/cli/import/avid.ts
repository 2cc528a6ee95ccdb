import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AvidDocument } from "./avid-document.ts";
import { readDocument } from "./avid-document.ts";
import { avidSource, inputOf } from "./avid-entries.ts";
import { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { ImportBatch, ImportRelation } from "../../foreign/batch.ts";
import { UnreadableSource } from "../../foreign/batch.ts";

const maxBytes = 5_000_000;
const folders = ["vulnerabilities", "reports"];

/** One file of AVID: its name for messages, and what it holds. */
export type AvidFile = { readonly name: string; readonly content: string };

/** Reads a checkout of AVID, or any folder with `reports/` and `vulnerabilities/`; folders of years within are read too. */
export async function readAvid(dir: string): Promise<ImportBatch> {
  const batch = new BatchBuilder();
  const files: AvidFile[] = [];
  const missing: string[] = [];
  for (const folder of folders) {
    const names = await listFiles(join(dir, folder));
    if (names === null) missing.push(folder);
    for (const name of names ?? []) {
      const file = join(folder, name);
      if ((await stat(join(dir, file))).size > maxBytes) batch.skip(file, `it has more than ${maxBytes} bytes`);
      else files.push({ name: file, content: await readFile(join(dir, file), "utf8") });
    }
  }
  if (missing.length === folders.length) {
    throw new UnreadableSource(`${dir} is not AVID: it has neither a folder reports nor a folder vulnerabilities.`);
  }
  for (const folder of missing) batch.note(`There is no folder ${folder}; what stands in it upstream is not here.`);
  return mapAvid(files, batch);
}

async function listFiles(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".json"));
    return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  } catch {
    return null;
  }
}

/** What the files of AVID hold, as items: vulnerabilities first, so that reports can say what they are evidence for. */
export function mapAvid(files: readonly AvidFile[], batch: BatchBuilder = new BatchBuilder()): ImportBatch {
  const documents = files.flatMap(({ name, content }) => {
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch {
      batch.skip(name, "it is not JSON");
      return [];
    }
    return readDocument(value, name, batch) ?? [];
  });
  const vulnerabilities = documents.filter(({ type }) => type === "vulnerability");
  const reports = documents.filter(({ type }) => type === "report");
  const evidence = linkReports(vulnerabilities, reports, batch);
  for (const document of vulnerabilities) addDocument(document, [], batch);
  for (const document of reports) addDocument(document, evidence.get(document.id) ?? [], batch);
  return batch.build();
}

function addDocument(document: AvidDocument, relations: readonly ImportRelation[], batch: BatchBuilder): void {
  batch.add({
    externalKey: { source: avidSource, externalId: document.id },
    input: inputOf(document, batch),
    relations,
  });
}

/**
 * Which vulnerabilities a report is evidence for. A vulnerability names its reports by id and by title, and upstream the ids
 * are sometimes off by one: where exactly one report has the title, it is the one that is meant.
 */
function linkReports(
  vulnerabilities: readonly AvidDocument[],
  reports: readonly AvidDocument[],
  batch: BatchBuilder,
): Map<string, ImportRelation[]> {
  const evidence = new Map<string, ImportRelation[]>();
  for (const { id, reports: named } of vulnerabilities) {
    for (const { id: reportId, name } of named) {
      const sameTitle = reports.filter(({ title }) => title === name);
      const meant =
        (sameTitle.length === 1 ? sameTitle[0] : undefined) ?? reports.find((report) => report.id === reportId);
      if (meant === undefined) {
        batch.tally("report named by a vulnerability that is not there", id);
        continue;
      }
      if (meant.id !== reportId) batch.tally("report found by its title, for its id is that of another", id);
      const relation: ImportRelation = { type: "EVIDENCE_FOR", externalKey: { source: avidSource, externalId: id } };
      evidence.set(meant.id, [...(evidence.get(meant.id) ?? []), relation]);
    }
  }
  for (const { id, vulnerabilityId } of reports) {
    const linked = evidence.get(id)?.some(({ externalKey }) => externalKey.externalId === vulnerabilityId) ?? false;
    if (vulnerabilityId !== null && !linked)
      batch.tally("vulnerability named by a report that it does not name back left out", id);
  }
  return evidence;
}
