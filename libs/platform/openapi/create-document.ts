import { z } from 'zod';
import { type RefusalCode, refusalCodes } from '#domain';
import { PROBLEM_TYPE } from '../http/problem.ts';
import { type JsonSchema, JsonSchemas } from './json-schemas.ts';
import type { Described, DescribedToken, OperationDescription } from './operation.ts';
import type { Route } from './read-routes.ts';
import { securityOf, securitySchemes } from './security-schemes.ts';

export interface DocumentInfo {
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

const problem = z
  .strictObject({
    type: z.string().describe('`urn:assent:refusal:<code>`, or `about:blank` for a fault.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional().describe('Why: one of the closed list of refusal codes.'),
    next: z.string().optional().describe('What can be done about it.'),
    incident: z.string().optional().describe('Of a fault: the id it was logged under.'),
  })
  .describe('RFC 9457 problem details.')
  .meta({ id: 'Problem' });

/**
 * The OpenAPI 3.1 document of some endpoints; the same for the same endpoints, so that it can be checked in.
 *
 * @throws where a JSON body takes unknown fields
 */
export function createDocument(info: DocumentInfo, routes: readonly Route[]): Record<string, unknown> {
  const schemas = new JsonSchemas();
  const paths: Record<string, Record<string, unknown>> = {};
  const sorted = [...routes].sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
  for (const route of sorted)
    paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route, schemas) };
  return {
    openapi: '3.1.1',
    info,
    servers: [{ url: '/' }],
    paths,
    components: { schemas: Object.fromEntries(Object.entries(schemas.components).sort(byName)), securitySchemes },
  };
}

function describeRoute(route: Route, schemas: JsonSchemas): Record<string, unknown> {
  const { operation } = route;
  const body = operation.body ?? route.body;
  const parameters = [...describePath(route, schemas), ...describeQuery(route, schemas)];
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    security: securityOf(operation.security),
    ...(route.operatorMay && { 'x-operator-may': route.operatorMay }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: describeContent(body, 'input', schemas, route) } }),
    responses: describeResponses(route.status, operation, body !== undefined, schemas, route),
  };
}

function describePath(route: Route, schemas: JsonSchemas): unknown[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const described = route.params ? schemas.describe(route.params, 'input') : {};
  const properties = described['properties'] as Record<string, JsonSchema> | undefined;
  const only = properties === undefined && route.params ? described : { type: 'string' };
  return names.map((name) => ({ name, in: 'path', required: true, schema: properties?.[name] ?? only }));
}

function describeQuery({ query }: Route, schemas: JsonSchemas): unknown[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemas.describe(query, 'input') as {
    properties?: object;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function describeContent(described: Described, io: 'input' | 'output', schemas: JsonSchemas, route: Route): unknown {
  if (described instanceof z.ZodType) {
    const schema = schemas.describe(described, io);
    if (io === 'input') refuseLooseObject(schema, route);
    return { 'application/json': { schema } };
  }
  if ('bytes' in described) return { [described.bytes]: {} };
  return { 'application/jwt': { schema: describeToken(described, schemas) } };
}

function refuseLooseObject(schema: JsonSchema, route: Route): void {
  if (schema['type'] === 'object' && schema['additionalProperties'] === undefined) {
    throw new Error(`${route.method} ${route.path} takes unknown fields: make its body a z.strictObject`);
  }
}

function describeToken({ typ, payload, schema }: DescribedToken, schemas: JsonSchemas): JsonSchema {
  const claims = payload ?? schema;
  return {
    type: 'string',
    description: `JWS in compact serialisation, typ \`${typ}\`.`,
    'x-jwt-typ': typ,
    ...(claims && { 'x-jwt-payload': schemas.add(typ.replace(/\+jwt$/, ''), schemas.describe(claims, 'input')) }),
  };
}

function describeResponses(
  status: number,
  { answer, refusals = [] }: OperationDescription,
  hasBody: boolean,
  schemas: JsonSchemas,
  route: Route,
): Record<string, unknown> {
  const content = answer && describeContent(answer, 'output', schemas, route);
  const responses: Record<string, unknown> = {
    [status]: { description: 'Done.', ...(content !== undefined && { content }) },
  };
  const codes: RefusalCode[] = hasBody ? ['schema-mismatch', ...refusals] : [...refusals];
  const $ref = schemas.describe(problem, 'output');
  const described = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: $ref } } });
  for (const refused of [...new Set(codes.map((code) => refusalCodes[code][0]))].sort()) {
    const named = [...new Set(codes)].filter((code) => refusalCodes[code][0] === refused);
    const text = named.map((code) => `\`${code}\`: ${refusalCodes[code][1]}.`).join(' ');
    // An endpoint may answer and refuse with the same status only by mistake; the answer stands.
    responses[refused] ??= described(text);
  }
  responses['default'] = described('Any other refusal, or a fault.');
  return responses;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => a.localeCompare(b, 'en');
