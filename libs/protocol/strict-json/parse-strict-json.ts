import type { Refusal } from '#domain';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

export interface StrictJsonLimits {
  /** How deep objects and arrays may nest; 32 where absent. */
  readonly maxDepth?: number;
}

export declare function parseStrictJson(text: string | Uint8Array, limits?: StrictJsonLimits): JsonValue | Refusal;
