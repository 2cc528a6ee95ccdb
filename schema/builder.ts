import SchemaBuilder from "@pothos/core";
import type { Context } from "./context.ts";

/** What Pothos is told of the API: the context of an operation, and the scalars as the resolvers meet them. */
export type ApiTypes = {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
};

/** Every file of this folder adds its types to this one builder; index.ts makes the schema of them. */
export const builder = new SchemaBuilder<ApiTypes>({ defaultFieldNullability: false });
