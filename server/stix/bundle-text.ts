/**
 * Cuts a bundle into the texts of its objects while it comes, so that no more is kept than one object and the piece that has just
 * come. It takes a bundle, an envelope of TAXII (`objects` in an object), a list of objects, and one object alone. Each object is
 * parsed by itself, so that one that cannot be taken leaves the others alone.
 */
import { NotTaken } from "../strict-json.ts";

/** An object's text, or why it was not kept. */
export type ObjectText = { readonly text: string } | { readonly refused: string };

export const maxObjectLength = 1_048_576;

/** What stands around the objects may nest, but nobody needs it: it is counted, not kept. */
type Where = "before" | "outside" | "objects" | "after";

const tooLong = `it is longer than ${maxObjectLength} characters`;

export class BundleText {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #where: Where = "before";
  /** How many brackets are open, from the outermost on. */
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  /** The depth at which the list of objects stands, and the text of the object that is being read; null between two. */
  #listDepth = 0;
  #object: string[] | null = null;
  #objectLength = 0;
  #isStray = false;
  /** The last text at the outermost level, which is the key of what follows. */
  #key = "";
  #whole: string[] | null = null;
  #wholeLength = 0;
  #hasList = false;

  /** The objects that end in this piece. */
  push(bytes: Uint8Array): ObjectText[] {
    return this.#scan(this.#decode(bytes));
  }

  /** What is left when all has come. Throws where the bundle has no end or no objects. */
  end(): ObjectText[] {
    const rest = this.#scan(this.#decode(undefined));
    if (this.#where !== "after") throw new NotTaken("it ends in the middle, or is no JSON");
    if (this.#hasList || this.#whole === null) return rest;
    const text = this.#whole.join("").trim();
    return [...rest, text.length > maxObjectLength ? { refused: tooLong } : { text }];
  }

  #decode(bytes: Uint8Array | undefined): string {
    try {
      return bytes === undefined ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw new NotTaken("it is no UTF-8");
    }
  }

  #scan(text: string): ObjectText[] {
    const found: ObjectText[] = [];
    let begin = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === 0x5c) this.#isEscaped = true;
        else if (code === 0x22) this.#inString = false;
        if (this.#inString && this.#isKey() && this.#key.length < 16) this.#key += text[at] ?? "";
      } else if (code === 0x22) {
        this.#inString = true;
        if (this.#isKey()) this.#key = "";
        if (this.#isBetween() && !this.#isStray) found.push(this.#stray());
      } else if (code === 0x7b || code === 0x5b) {
        if (this.#open(code === 0x5b)) begin = at;
      } else if (code === 0x7d || code === 0x5d) {
        if (this.#close()) {
          this.#keep(text.slice(begin, at + 1));
          found.push(this.#take());
        }
      } else if (this.#isBetween()) {
        if (code === 0x2c) this.#isStray = false;
        else if (code > 0x20 && !this.#isStray) found.push(this.#stray());
      }
    }
    if (this.#object !== null) this.#keep(text.slice(begin));
    this.#keepWhole(text);
    return found;
  }

  #isBetween(): boolean {
    return this.#where === "objects" && this.#depth === this.#listDepth;
  }

  /** An entry of the list that is neither an object nor a list is told once. */
  #stray(): ObjectText {
    this.#isStray = true;
    return { refused: "it is no object" };
  }

  #isKey(): boolean {
    return this.#where === "outside" && this.#depth === 1;
  }

  /** Whether an object of the list begins here. */
  #open(isList: boolean): boolean {
    this.#depth += 1;
    if (this.#where === "after") throw new NotTaken("something follows behind its end");
    if (this.#where === "before") {
      this.#where = isList ? "objects" : "outside";
      if (isList) this.#startList();
      else this.#whole = [];
      return false;
    }
    if (this.#where === "outside" && isList && this.#depth === 2 && this.#key === "objects") {
      this.#where = "objects";
      this.#startList();
      return false;
    }
    if (this.#where !== "objects" || this.#depth !== this.#listDepth + 1) return false;
    this.#object = [];
    this.#objectLength = 0;
    return true;
  }

  #startList(): void {
    this.#listDepth = this.#depth;
    this.#hasList = true;
    this.#whole = null;
  }

  /** Whether an object of the list ends here. */
  #close(): boolean {
    this.#depth -= 1;
    if (this.#depth < 0) throw new NotTaken("it closes what it did not open");
    if (this.#depth === 0) this.#where = "after";
    else if (this.#where === "objects" && this.#depth < this.#listDepth) this.#where = "outside";
    return this.#where === "objects" && this.#depth === this.#listDepth && this.#object !== null;
  }

  #keep(piece: string): void {
    this.#objectLength += piece.length;
    if (this.#objectLength <= maxObjectLength) this.#object?.push(piece);
  }

  #take(): ObjectText {
    const text = this.#object?.join("") ?? "";
    this.#object = null;
    return this.#objectLength > maxObjectLength ? { refused: tooLong } : { text };
  }

  /** An object alone is kept until it is known to hold no list of objects. */
  #keepWhole(text: string): void {
    if (this.#whole === null) return;
    if (this.#wholeLength <= maxObjectLength) this.#whole.push(text);
    this.#wholeLength += text.length;
  }
}
