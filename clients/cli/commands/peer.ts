import type { Command } from "commander";
import type { AgreementOptions } from "../agreement-options.ts";
import { addAgreementOptions, agreementOf } from "../agreement-options.ts";
import { confirm } from "../confirm.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { oneLine } from "../printable.ts";
import { peerLine, peerPage, previewLines } from "../render-peer.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { lookingCommands } from "./peer-looking.ts";
import { tendingCommands } from "./peer-tending.ts";

type AddOptions = CommonOptions & AgreementOptions & { readonly fingerprint?: string };

export function peerCommand(io: Io): Command {
  const command = described("peer", "exchange items with other forums, and see how it goes", [
    "peer list",
    'peer status "Forum of the North"',
  ]);
  command.addCommand(addCommand(io)).addCommand(listCommand(io));
  for (const part of [...lookingCommands, ...tendingCommands]) command.addCommand(part(io));
  return command;
}

function addCommand(io: Io): Command {
  const command = forumCommand("add", "agree with another forum, whose stewards have to agree, too", [
    "peer add https://forum.example",
    "peer add https://forum.example --labels clear green --community",
    'peer add https://forum.example --fingerprint "qL8v 3mXe …" --json',
  ])
    .argument("<address>", "of the other forum")
    .option("--fingerprint <fingerprint>", "of its key, as its stewards have told it to you; else you are asked");
  return addAgreementOptions(command).action(async (url: string, options: AddOptions) => {
    await withForum(io, options, async (client, out) => {
      const agreement = await agreementOf(new Directory(client), options);
      const preview = await client.peers.preview(url);
      let { fingerprint } = options;
      if (fingerprint === undefined) {
        if (options.json || !io.stdin.isTTY) throw withoutFingerprint(preview.fingerprint);
        for (const line of previewLines(out, preview)) await out.note(line);
        await out.note("Have its stewards tell you their fingerprint by another way, such as a call.");
        if (!(await confirm(io, "Is it the same, and do you agree to exchange items?")))
          throw new UsageError("Nothing was agreed.");
        fingerprint = preview.fingerprint;
      }
      const peer = await client.peers.add(url, fingerprint, agreement);
      await out.either(peer, () => [
        `Agreed with ${oneLine(peer.name)}. Items go once its stewards have agreed, too.`,
        ...peerPage(out, peer),
      ]);
    });
  });
}

function withoutFingerprint(fingerprint: string): UsageError {
  const advice = "Compare it with the one that its stewards tell you, and give it with --fingerprint.";
  return new UsageError(`The fingerprint of its key is "${fingerprint}". ${advice}`, { field: "--fingerprint" });
}

function listCommand(io: Io): Command {
  return forumCommand("list", "show the forums with which there is an agreement", [
    "peer list",
    "peer list --json",
  ]).action(async (options: CommonOptions) => {
    await withForum(io, options, async (client, out) => {
      const peers = await client.peers.list();
      await out.either({ peers }, () =>
        peers.length === 0 ? ["There are no other forums."] : peers.map((peer) => peerLine(out, peer)),
      );
    });
  });
}
