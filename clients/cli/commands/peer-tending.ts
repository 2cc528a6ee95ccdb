import type { Command } from "commander";
import type { Client, PeerCare } from "../../sdk/index.ts";
import type { AgreementOptions } from "../agreement-options.ts";
import { addAgreementOptions, agreementOf } from "../agreement-options.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { peerArgument, peerId, peerOf } from "../peer-options.ts";
import { oneLine } from "../printable.ts";
import { peerPage } from "../render-peer.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";

function updateCommand(io: Io): Command {
  const command = forumCommand("update", "change what is agreed; what is not given stays", [
    'peer update "Forum of the North" --community --hops 2',
    "peer update forum.example --labels clear green amber --no-groups",
  ]).argument(...peerArgument);
  return addAgreementOptions(command).action(async (word: string, options: CommonOptions & AgreementOptions) => {
    await withForum(io, options, async (client, out) => {
      const agreement = await agreementOf(new Directory(client), options);
      if (Object.keys(agreement).length === 0) throw new UsageError("Say what to change; see --help.");
      const peer = await client.peers.update(await peerId(client, word), agreement);
      await out.either(peer, () => peerPage(out, peer));
    });
  });
}

/** A command about one peer that says in a sentence what it has done. */
function simple(
  name: string,
  description: string,
  work: (client: Client, id: string) => Promise<PeerCare>,
  say: (name: string) => string,
): (io: Io) => Command {
  return (io) =>
    forumCommand(name, description, [`peer ${name} "Forum of the North"`])
      .argument(...peerArgument)
      .action(async (word: string, options: CommonOptions) => {
        await withForum(io, options, async (client, out) => {
          const peer = await work(client, await peerId(client, word));
          await out.either(peer, () => [say(oneLine(peer.name))]);
        });
      });
}

const pauseCommand = simple(
  "pause",
  "exchange nothing with a forum for now",
  (client, id) => client.peers.setState(id, "PAUSED"),
  (name) => `Nothing is exchanged with ${name} for now.`,
);

const resumeCommand = simple(
  "resume",
  "go on exchanging items with a forum",
  (client, id) => client.peers.setState(id, "AGREED"),
  (name) => `Items are exchanged with ${name} again.`,
);

const rereadCommand = simple(
  "reread",
  "read all that a forum has for this one once more; what is here already changes nothing",
  (client, id) => client.peers.reread(id),
  (name) => `All that ${name} has for this forum is read once more.`,
);

function removeCommand(io: Io): Command {
  return forumCommand("remove", "end the agreement with a forum at once; what it has brought stays", [
    'peer remove "Forum of the North"',
  ])
    .argument(...peerArgument)
    .action(async (word: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const { id, name } = await peerOf(await client.peers.list(), word);
        await client.peers.remove(id);
        await out.either({ id }, () => [`There is no agreement with ${oneLine(name)} any longer.`]);
      });
    });
}

function revokeKeyCommand(io: Io): Command {
  return forumCommand("revoke-key", "take nothing any longer that a key of a forum has signed", [
    'peer revoke-key "Forum of the North" qL8v3mXe…',
  ])
    .argument(...peerArgument)
    .argument("<key>", "its id or fingerprint, as `tocsin peer status` shows it")
    .action(async (word: string, key: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const peer = await client.peers.revokeKey(await peerId(client, word), key.replace(/\s/g, ""));
        await out.either(peer, () => peerPage(out, peer));
      });
    });
}

/** Changing what is agreed with other forums. */
export const tendingCommands = [
  updateCommand,
  pauseCommand,
  resumeCommand,
  rereadCommand,
  revokeKeyCommand,
  removeCommand,
];
