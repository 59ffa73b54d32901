import { Body, Controller, Get, Post } from '@nestjs/common';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HealthController } from '../health/health.module.ts';
import { NotesController } from '../role/role-under-test.ts';
import { createDocument } from './create-document.ts';
import { OpenApiController } from './open-api.module.ts';
import { Operation } from './operation.ts';
import { readRoutes } from './read-routes.ts';

const info = { title: 'Notary', description: 'Notes.', version: '1' };
const controllers = [OpenApiController, NotesController, HealthController];
const document = createDocument(info, readRoutes(controllers)) as unknown as Document;

interface Document {
  paths: Record<
    string,
    Record<string, { [key: string]: unknown; parameters: unknown[]; responses: Record<string, unknown> }>
  >;
  components: { schemas: Record<string, unknown> };
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('is the same for the same endpoints, in whatever order they come', () => {
    const again = createDocument(info, readRoutes([...controllers].reverse()));
    expect(JSON.stringify(again)).toBe(JSON.stringify(document));
  });

  test('lists every endpoint', () => {
    expect(Object.keys(document.paths)).toEqual([
      '/health/live',
      '/health/ready',
      '/notes',
      '/notes/{id}',
      '/notes/read',
      '/notes/secret',
      '/notes/signed',
      '/notes/torn',
      '/openapi.json',
    ]);
  });

  test('shows bodies and answers with their schemas, written once', () => {
    expect(document.paths['/notes']?.['post']?.['requestBody']).toEqual({
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
    });
    expect(document.components.schemas['Note']).toMatchObject({
      type: 'object',
      required: ['text'],
      additionalProperties: false,
    });
  });

  test('shows a signed body as a token, and what is in it', () => {
    expect(document.paths['/notes/signed']?.['post']?.['requestBody']).toMatchObject({
      content: {
        'application/jwt': {
          schema: { type: 'string', 'x-jwt-typ': 'note+jwt', 'x-jwt-payload': { $ref: '#/components/schemas/note' } },
        },
      },
    });
    expect(document.paths['/notes/signed']?.['post']?.['security']).toEqual([{ call: [] }]);
  });

  test('names refusals under their status', () => {
    const responses = document.paths['/notes']?.['post']?.responses ?? {};
    expect(Object.keys(responses)).toEqual(['201', '400', '403', 'default']);
    expect(responses['403']).toMatchObject({
      description: expect.stringMatching(/`consent-revoked`.*`consent-paused`/),
    });
  });

  test('shows what varies in addresses and queries', () => {
    expect(document.paths['/notes/{id}']?.['get']?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: expect.objectContaining({ format: 'uuid' }) },
    ]);
    expect(document.paths['/notes/read']?.['get']?.parameters).toEqual([
      { name: 'limit', in: 'query', required: false, schema: expect.objectContaining({ type: 'string' }) },
    ]);
  });

  test('is refused to an endpoint that is not described', () => {
    @Controller()
    class Silent {
      @Get()
      say(): void {}
    }
    expect(() => readRoutes([Silent])).toThrow(/Silent.say has no @Operation/);
  });

  test('is refused to a body that takes unknown fields', () => {
    @Controller('loose')
    class Loose {
      @Post()
      @Operation({ summary: 'Loose' })
      say(@Body({ schema: z.object({ a: z.string() }) }) _body: object): void {}
    }
    expect(() => createDocument(info, readRoutes([Loose]))).toThrow(/post \/loose takes unknown fields/);
  });

  test('lifts schemas out of schemas', () => {
    const leaf = z.strictObject({ n: z.int() }).meta({ id: 'Leaf' });
    const tree = z.strictObject({ leaf, leaves: z.array(leaf) });

    @Controller('trees')
    class Trees {
      @Post()
      @Operation({ summary: 'Plant', answer: tree })
      plant(@Body({ schema: tree }) _body: object): void {}
    }
    const planted = createDocument(info, readRoutes([Trees])) as unknown as Document;
    expect(Object.keys(planted.components.schemas)).toEqual(['Leaf', 'Problem']);
    expect(JSON.stringify(planted)).not.toContain('$defs');
  });
});
