import type fc from 'fast-check';
import { schemaValues } from '../inputs/schema-values.ts';

type Schema = Readonly<Record<string, unknown>>;

/** One endpoint, as the role's own OpenAPI document has it. */
export interface Operation {
  readonly member: string;
  readonly method: string;
  readonly path: string;
  readonly security: 'none' | 'call' | 'api-key' | 'session' | 'operator' | 'access-token';
  readonly body:
    | { readonly type: string; readonly values: fc.Arbitrary<unknown>; readonly typ: string | undefined }
    | undefined;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly values: fc.Arbitrary<unknown>;
  }[];
  /** Those it may answer with. */
  readonly statuses: readonly string[];
}

interface Document {
  readonly paths: Record<string, Record<string, Described>>;
}
interface Described {
  readonly security: readonly Record<string, unknown>[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema?: Schema }> };
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query'; readonly schema: Schema }[];
  readonly responses: Record<string, unknown>;
}

/** What is asked of a role is drawn from what it says of itself. */
export function readOperations(member: string, document: unknown): Operation[] {
  const { paths } = document as Document;
  const options = { spoil: true, root: document as Schema };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): Operation => {
      const [content] = Object.entries(described.requestBody?.content ?? {});
      const security = Object.keys(described.security[0] ?? {})[0] ?? 'none';
      return {
        member,
        method: method.toUpperCase(),
        path,
        security: security as Operation['security'],
        body: content && {
          type: content[0],
          typ: content[1].schema?.['x-jwt-typ'] as string | undefined,
          values: schemaValues(claimsOf(content[1].schema, document) ?? content[1].schema ?? {}, options),
        },
        parameters: (described.parameters ?? []).map(({ schema, ...named }) => ({
          ...named,
          values: schemaValues(schema, options),
        })),
        statuses: Object.keys(described.responses),
      };
    }),
  );
}

/** The payload of a signed body. */
function claimsOf(schema: Schema | undefined, _document: unknown): Schema | undefined {
  return schema?.['x-jwt-payload'] as Schema | undefined;
}
