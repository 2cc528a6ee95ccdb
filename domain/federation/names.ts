/** What forums and their members are called where they are not at home. Names are what others say of themselves: they are read by people, who take one for another. */
import { foldName } from "../people.ts";

/** Signs that stand for an @, or look like one. */
const atSign = /[@\uFE6B\uFF20]/gu;
/** What is blank to a reader. */
const blank = /[\s\u115F\u1160\u2800\u3164\uFFA0]+/gu;
/** What is not to be seen, or turns round what stands beside it; some scripts are written with the joiners alone. */
const unseen = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A name as a reader sees it: without what is not to be seen, and with one space where there is any. */
export function plainName(name: string): string {
  return name.replace(blank, " ").replace(unseen, "").replace(/ +/g, " ").trim();
}

export function holdsAtSign(name: string): boolean {
  return name.search(atSign) >= 0;
}

/** What a member of another forum is called here: its own name, and behind the one sign that no name holds, that of its forum. */
export function nameThere(ownName: string, peerName: string): string {
  return `${plainName(ownName).replace(atSign, "(at)") || "?"} @ ${peerName}`;
}

/** Letters of other scripts that are drawn as Latin ones. */
const drawnAlike = new Map(
  Object.entries({
    a: "а\u03B1",
    c: "с\u03F2",
    d: "ԁ",
    e: "е",
    h: "һ",
    i: "і\u03B9\u0131",
    j: "ј\u03F3",
    k: "к\u03BA",
    l: "ӏ",
    m: "м",
    n: "\u03B7",
    o: "о\u03BF\u0585",
    p: "р\u03C1",
    q: "ԛ",
    s: "ѕ",
    t: "т\u03C4",
    u: "\u03C5\u057D",
    v: "\u03BD",
    w: "ԝ\u0461",
    x: "х\u03C7",
    y: "у\u03B3",
  }).flatMap(([latin, others]) => [...others].map((letter): [string, string] => [letter, latin])),
);

/** Whether two forums would be taken for one another by their names. */
export function looksAlike(a: string, b: string): boolean {
  return skeleton(a) === skeleton(b);
}

function skeleton(name: string): string {
  const letters = [...foldName(plainName(name))].map((letter) => drawnAlike.get(letter) ?? letter);
  return letters.join("").replace(/0/g, "o").replace(/[1|]/g, "l");
}
