type Page<T> = {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** Every node of a connection, asking for the next page when the loop has come to the end of one. */
export async function* pagesOf<T>(page: (after: string | null) => Promise<Page<T>>): AsyncGenerator<T, void> {
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo }: Page<T> = await page(after);
    yield* nodes;
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return;
    after = pageInfo.endCursor;
  }
}
