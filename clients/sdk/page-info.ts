/** Where a page lies, as `pagesOf` needs it. */
export const pageInfo = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
