import type { AccountView, GroupView, OrganizationView } from "../domain/people-view.ts";
import type { Sector } from "../domain/vocabulary.ts";
import type { PageArgs } from "./page.ts";
import * as directory from "./read-directory.ts";
import type { ItemReadContext } from "./read-items.ts";

/** The directory, for one viewer: its rights are looked up anew for each read. */
export class DirectoryReader {
  readonly #context: () => Promise<ItemReadContext>;

  constructor(context: () => Promise<ItemReadContext>) {
    this.#context = context;
  }

  /** From the directory: null for what is not there, and for everything where the viewer sees no directory. */
  async organizations(ids: readonly string[]): Promise<(OrganizationView | null)[]> {
    return inOrder(ids, await directory.readOrganizations(await this.#context(), ids));
  }

  async accounts(ids: readonly string[]): Promise<(AccountView | null)[]> {
    return inOrder(ids, await directory.readAccounts(await this.#context(), ids));
  }

  async groups(ids: readonly string[]): Promise<(GroupView | null)[]> {
    return inOrder(ids, await directory.readGroups(await this.#context(), ids));
  }

  /** Organisations that an item's view names, such as its origin: shown to whoever sees that view. */
  async namedOrganizations(ids: readonly string[]): Promise<(OrganizationView | null)[]> {
    return inOrder(ids, await directory.readOrganizations(await this.#context(), ids, { named: true }));
  }

  /** Accounts that an item's audience names, likewise. */
  async namedAccounts(ids: readonly string[]): Promise<(AccountView | null)[]> {
    return inOrder(ids, await directory.readAccounts(await this.#context(), ids, { named: true }));
  }

  async groupMembers(ids: readonly string[]): Promise<{ organizationIds: string[]; accountIds: string[] }[]> {
    const found = await directory.readGroupMembers(await this.#context(), ids);
    return ids.map((id) => found.get(id) ?? { organizationIds: [], accountIds: [] });
  }

  async organizationPage(args: PageArgs & { sector?: Sector | null | undefined }) {
    return directory.readOrganizationPage(await this.#context(), args);
  }

  async accountPage(args: PageArgs & { organizationId?: string | null | undefined }) {
    return directory.readAccountPage(await this.#context(), args);
  }

  async groupPage(args: PageArgs) {
    return directory.readGroupPage(await this.#context(), args);
  }
}

function inOrder<T>(ids: readonly string[], found: ReadonlyMap<string, T>): (T | null)[] {
  return ids.map((id) => found.get(id) ?? null);
}
