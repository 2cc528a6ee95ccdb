/** The marking definitions of FIRST's TLP and PAP as the standard's owners published them. They are known by their ids alone. */
import type { Tlp } from "../../domain/tlp.ts";
import { printTlp } from "../../domain/tlp.ts";
import type { Pap } from "../../domain/vocabulary.ts";
import type { StixObject } from "./stix-object.ts";

/** Which edition of TLP the markings are of. TLP 1.0 has no AMBER+STRICT: what has it cannot be said there. */
export type TlpEdition = "2.0" | "1.0";

const tlp2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
const papExtension = "extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b";

const tlp2Ids: Readonly<Record<Tlp, string>> = {
  RED: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
  AMBER_STRICT: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
  AMBER: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
  GREEN: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
  CLEAR: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
};

const tlp1: Readonly<Record<Tlp, { readonly id: string; readonly word: string } | null>> = {
  RED: { id: "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", word: "red" },
  AMBER_STRICT: null,
  AMBER: { id: "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", word: "amber" },
  GREEN: { id: "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", word: "green" },
  CLEAR: { id: "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", word: "white" },
};

/** OpenCTI's own AMBER+STRICT, from before there was an official one. */
const openCtiStrict = "marking-definition--826578e1-40ad-459f-bc73-ede076f81f37";

const papIds: Readonly<Record<Pap, string>> = {
  RED: "marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e",
  AMBER: "marking-definition--60f8932b-e51e-4458-b265-a2e8be9a80ab",
  GREEN: "marking-definition--c43594d1-4b11-4c59-93ab-1c9b14d53ce9",
  CLEAR: "marking-definition--ad15a0cd-55b6-4588-a14c-a66105329b92",
};
const papWhite = "marking-definition--a3bea94c-b469-41dc-9cfe-d6e7daba7730";

const tlpsById: ReadonlyMap<string, Tlp> = new Map<string, Tlp>([
  ...entries(tlp2Ids).map(([tlp, id]): [string, Tlp] => [id, tlp]),
  ...entries(tlp1).flatMap(([tlp, marking]): [string, Tlp][] => (marking === null ? [] : [[marking.id, tlp]])),
  [openCtiStrict, "AMBER_STRICT"],
]);
const papsById: ReadonlyMap<string, Pap> = new Map<string, Pap>([
  ...entries(papIds).map(([pap, id]): [string, Pap] => [id, pap]),
  [papWhite, "CLEAR"],
]);

function entries<K extends string, V>(table: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(table) as [K, V][]; // the table's own keys
}

/** The marking of a label, or null where the edition has none that says as much. */
export function tlpMarking(tlp: Tlp, edition: TlpEdition): StixObject | null {
  if (edition === "2.0") {
    return {
      type: "marking-definition",
      spec_version: "2.1",
      id: tlp2Ids[tlp],
      created: "2022-10-01T00:00:00.000Z",
      name: printTlp(tlp),
      extensions: {
        [tlp2]: { extension_type: "property-extension", tlp_2_0: printTlp(tlp).slice("TLP:".length).toLowerCase() },
      },
    };
  }
  const marking = tlp1[tlp];
  if (marking === null) return null;
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id: marking.id,
    created: "2017-01-20T00:00:00.000Z",
    definition_type: "tlp",
    name: `TLP:${marking.word.toUpperCase()}`,
    definition: { tlp: marking.word },
  };
}

export function papMarking(pap: Pap): StixObject {
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id: papIds[pap],
    created: pap === "CLEAR" ? "2022-10-01T00:00:00.000Z" : "2022-10-09T00:00:00.000Z",
    name: `PAP:${pap}`,
    extensions: { [papExtension]: { extension_type: "property-extension", pap: pap.toLowerCase() } },
  };
}

/** The label that a marking's id stands for. Names and contents of marking objects count for nothing: anybody can write them. */
export function tlpOfMarking(id: string): Tlp | null {
  return tlpsById.get(id.toLowerCase()) ?? null;
}

export function papOfMarking(id: string): Pap | null {
  return papsById.get(id.toLowerCase()) ?? null;
}
