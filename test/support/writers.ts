import type { AdvisoryInput } from "../../clients/sdk/generated.ts";
import type { Client, ItemInput } from "../../clients/sdk/index.ts";
import { TocsinError } from "../../clients/sdk/index.ts";
import { pause } from "../../clients/sdk/back-off.ts";

/** One write that was answered. */
export type Acknowledged = { readonly title: string; readonly itemId: string };

/**
 * Writers that publish one item after the other until they are stopped. Whatever goes wrong with a write, it is repeated under
 * its key until it is answered.
 */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** How often a write had to be repeated. */
  repeated = 0;
  readonly #stopping = new AbortController();
  readonly #running: Promise<unknown>;
  #progress = Promise.withResolvers<void>();

  /** What is published under a title. */
  readonly #itemOf: (title: string) => ItemInput;

  constructor(clients: readonly Client[], itemOf: (title: string) => ItemInput = (title) => note(title)) {
    this.#itemOf = itemOf;
    this.#running = Promise.all(clients.map((client, writer) => this.#write(client, writer)));
  }

  /** Resolves when so many more writes were answered. */
  async more(count: number): Promise<void> {
    const wanted = this.acknowledged.length + count;
    while (this.acknowledged.length < wanted) await Promise.race([this.#progress.promise, this.#running]);
  }

  /** Resolves when each writer has its last answer. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #write(client: Client, writer: number): Promise<void> {
    for (let turn = 0; !this.#stopping.signal.aborted; turn++) {
      const title = `${writer} ${turn}`;
      const itemId = await this.#publish(client, title);
      this.acknowledged.push({ title, itemId });
      this.#progress.resolve();
      this.#progress = Promise.withResolvers();
    }
  }

  async #publish(client: Client, title: string): Promise<string> {
    for (;;) {
      try {
        return (await client.publish(this.#itemOf(title), { idempotencyKey: title })).item.id;
      } catch (error) {
        const passes =
          error instanceof TocsinError && ["UNREACHABLE", "UNAVAILABLE", "UNEXPECTED"].includes(error.code);
        if (!passes) throw error;
        this.repeated += 1;
        await pause(200);
      }
    }
  }
}

export function note(title: string, label: Partial<AdvisoryInput> = {}): ItemInput {
  const advisory = { title, summary: "In short.", tlp: "GREEN", riskCategories: ["CYBER"], severity: "LOW" } as const;
  return { advisory: { ...advisory, ...label } };
}
