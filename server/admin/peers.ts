import type { Command } from "commander";
import { openStore } from "../../db/store.ts";
import { badInput } from "../../domain/errors.ts";
import { fingerprintOf } from "../../domain/federation/fingerprint.ts";
import type { PeerState } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import { readConfig } from "../config.ts";
import { Peering } from "../federation/peering.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { give, list, noun, print, verb } from "./admin-command.ts";
import type { AgreementOptions } from "./agreement.ts";
import { addAgreementOptions, agreementOf } from "./agreement.ts";

type Add = AdminOptions & AgreementOptions & { readonly url: string; readonly fingerprint?: string };
type OfPeer = AdminOptions & { readonly peer: string };

export function peerCommands(io: AdminIo): Command {
  return noun("peer", "other forums that items are exchanged with", ["add --url https://forum.example", "list --json"])
    .addCommand(addCommand(io))
    .addCommand(listCommand(io))
    .addCommand(updateCommand(io))
    .addCommand(stateCommand(io, "pause", "PAUSED", "exchange nothing with a forum for now"))
    .addCommand(stateCommand(io, "resume", "AGREED", "go on exchanging items with a forum"))
    .addCommand(
      verb("reread", "read all that a forum has for this one once more", "peer reread --peer per_…")
        .requiredOption("--peer <id>")
        .action((options: OfPeer) =>
          give(io, options, "rereadPeer", { peerId: options.peer }, ({ id }) => `${id} is read once more`),
        ),
    )
    .addCommand(
      verb(
        "revoke-key",
        "take nothing any longer that a key of a forum signs",
        "peer revoke-key --peer per_… --key qL8v…",
      )
        .requiredOption("--peer <id>")
        .requiredOption("--key <id>", "its id or fingerprint")
        .action((options: OfPeer & { readonly key: string }) => {
          const input = { peerId: options.peer, kid: options.key.replace(/\s/g, "") };
          return give(io, options, "revokePeerKey", input, () => `${input.kid} is believed no longer`);
        }),
    )
    .addCommand(
      verb("remove", "end the agreement with a forum; what it has brought stays", "peer remove --peer per_…")
        .requiredOption("--peer <id>")
        .action((options: OfPeer) =>
          give(io, options, "removePeer", { peerId: options.peer }, ({ id }) => `${id} removed`),
        ),
    )
    .addCommand(alarmsCommand(io))
    .addCommand(
      verb("acknowledge", "say that an alarm was looked at", "peer acknowledge --alarm alm_…")
        .requiredOption("--alarm <id>")
        .action((options: AdminOptions & { readonly alarm: string }) =>
          give(io, options, "acknowledgeAlarm", { alarmId: options.alarm }, ({ id }) => `${id} acknowledged`),
        ),
    );
}

function addCommand(io: AdminIo): Command {
  const example = 'peer add --url https://forum.example --fingerprint "qL8v 3mXe …" --labels CLEAR,GREEN';
  const command = verb("add", "agree with another forum, whose stewards have to agree, too", example)
    .requiredOption("--url <address>", "of the other forum")
    .option(
      "--fingerprint <fingerprint>",
      "of its key, as its stewards have told it; without it, the one there is shown",
    );
  return addAgreementOptions(command).action(async (options: Add) => {
    const config = readConfig(io.env);
    await using store = await openStore(config.database);
    const peering = new Peering({ config, store, address: () => config.origin ?? "", now: () => new Date() });
    const { fingerprint, policies, ...document } = await peering.preview(options.url);
    const { name, contact } = document;
    if (options.fingerprint?.replace(/\s/g, "") !== document.key.kid)
      throw badInput(
        "--fingerprint",
        `${name} (stewards: ${contact ?? "unknown"}) has a key with the fingerprint "${fingerprint}". Give it with --fingerprint, if its stewards tell you the same.`,
      );
    const agreement = { ...defaultAgreement, ...agreementOf(options) };
    const made = await store.commit({ kind: "operator" }, "addPeer", { document, agreement });
    print(io, options, { ...made, ...document, policies }, `${made.id}  ${name}`);
  });
}

function listCommand(io: AdminIo): Command {
  return verb("list", "list the other forums, with what is agreed and how it goes", "peer list").action(
    (options: AdminOptions) =>
      list(
        io,
        options,
        "peers",
        (store) => store.peers(),
        ({ id, name, url, care: { state, agreement, keys, contactedAt, error, openAlarms } }) => [
          id,
          name,
          url,
          state,
          agreement.direction,
          ...keys.filter(({ revokedAt }) => revokedAt === null).map(({ kid }) => fingerprintOf(kid)),
          `reached ${contactedAt ?? "never"}`,
          ...(error === null ? [] : [`fails: ${error}`]),
          ...(openAlarms === 0 ? [] : [`${openAlarms} alarms`]),
        ],
      ),
  );
}

function updateCommand(io: AdminIo): Command {
  const command = verb("update", "change what is agreed; what is not given stays", "peer update --peer per_… --hops 2");
  return addAgreementOptions(command.requiredOption("--peer <id>")).action((options: OfPeer & AgreementOptions) => {
    const input = { peerId: options.peer, agreement: agreementOf(options) };
    return give(io, options, "updatePeer", input, ({ id }) => `${id} updated`);
  });
}

function stateCommand(io: AdminIo, name: string, state: PeerState, description: string): Command {
  return verb(name, description, `peer ${name} --peer per_…`)
    .requiredOption("--peer <id>")
    .action((options: OfPeer) =>
      give(io, options, "updatePeer", { peerId: options.peer, state }, ({ id }) => `${id} ${state.toLowerCase()}`),
    );
}

function alarmsCommand(io: AdminIo): Command {
  return verb("alarms", "list what is wrong with what other forums tell", "peer alarms --all --json")
    .option("--all", "those that were acknowledged, too")
    .action((options: AdminOptions & { readonly all?: boolean }) =>
      list(
        io,
        options,
        "alarms",
        (store) => store.peerAlarms(options.all ? null : true),
        ({ id, kind, raisedAt, count, stream, message, acknowledgedAt }) => [
          id,
          raisedAt,
          kind,
          `${count} times`,
          stream ?? "-",
          message,
          ...(acknowledgedAt === null ? [] : [`acknowledged ${acknowledgedAt}`]),
        ],
      ),
    );
}
