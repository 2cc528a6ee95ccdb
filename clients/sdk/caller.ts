import type { Operations } from "./generated.ts";

export type ReadOptions = { readonly signal?: AbortSignal };
/** A write may be repeated under its key and still happens once. Without one, each call makes its own. */
export type WriteOptions = ReadOptions & { readonly idempotencyKey?: string };

type Keyed = {
  [N in keyof Operations]: Operations[N]["variables"] extends { readonly idempotencyKey?: unknown } ? N : never;
}[keyof Operations];
/** The operations that take an idempotencyKey. */
export type KeyedOperation = Extract<Keyed, keyof Operations>;

/** How the parts of a client send their documents. */
export type Caller = {
  send<N extends keyof Operations>(
    name: N,
    variables: Operations[N]["variables"],
    options?: ReadOptions & { readonly retries?: number },
  ): Promise<Operations[N]["result"]>;
  /** Sends a write under a key, so that it may be repeated and still happens once. */
  write<N extends KeyedOperation>(
    name: N,
    variables: Operations[N]["variables"],
    options?: WriteOptions,
  ): Promise<Operations[N]["result"]>;
};
