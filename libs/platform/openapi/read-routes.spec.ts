import 'reflect-metadata';
import { Body, Controller, Post } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Operation } from './operation.ts';
import { readRoutes } from './read-routes.ts';

const note = z.strictObject({ text: z.string() });

@Controller('notes')
class NotesController {
  @Post()
  @Operation({ summary: 'Write a note' })
  write(@Body({ schema: note }) _body: unknown, _writer: unknown): void {}
}

test('a decorator of our own whose random name begins like the body’s number does not hide the body', () => {
  const kept = Reflect.getMetadata(ROUTE_ARGS_METADATA, NotesController, 'write') as object;
  const withOwn = { ...kept, '3f9a__customRouteArgs__:1': { index: 1 } };
  Reflect.defineMetadata(ROUTE_ARGS_METADATA, withOwn, NotesController, 'write');
  expect(readRoutes([NotesController])).toMatchObject([{ path: '/notes', method: 'post', body: note }]);
});
