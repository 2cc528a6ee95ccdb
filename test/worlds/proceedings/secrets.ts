/** What must not stand in the bytes of an answer, whatever was asked. */
import { Expected } from "./expected.ts";
import type { ProceedingsForum } from "./forum.ts";
import type { Oracle } from "./oracle.ts";
import { cast, saidIn } from "./world.ts";

type Viewer = number | null;

/** Everything that was said and that a viewer may read. */
export function readableBy(oracle: Oracle, viewer: Viewer): Set<string> {
  const expected = new Expected(oracle, viewer);
  return saidIn(
    JSON.stringify([
      oracle.practices.map((practice) => expected.practice(practice)),
      oracle.ballots.map((one) => expected.subject({ kind: "ballot", one })),
      oracle.meetings.map((one) => expected.subject({ kind: "meeting", one })),
    ]),
  );
}

/**
 * What stands in a text and is not for the viewer: what was said elsewhere, or that the guest was somewhere. The guest does nothing but
 * attend meetings under the Chatham House rule, so that its id can stand nowhere else.
 */
export function secretsIn(
  text: string,
  forum: ProceedingsForum,
  oracle: Oracle,
  viewer: Viewer,
  readable: ReadonlySet<string> = readableBy(oracle, viewer),
): string[] {
  const found = [...saidIn(text)].filter((one) => !readable.has(one));
  const person = oracle.person(viewer);
  const sawGuest = oracle.meetings.some(
    (meeting) => meeting.present.includes(cast.guest) && oracle.seesAttendance(person, meeting),
  );
  return !sawGuest && text.includes(forum.accounts[cast.guest] ?? "") ? [...found, "the guest"] : found;
}
