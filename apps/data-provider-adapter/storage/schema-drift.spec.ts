import { afterAll, beforeAll, expect, it } from 'vitest';
import { platformEntities, platformMigrations, schemaDrift } from '#platform';
import { createTestSchema, type TestSchema } from '#testing';
import { entities, migrations } from './entities.ts';

let schema: TestSchema;
beforeAll(async () => {
  schema = await createTestSchema({
    entities: [...platformEntities, ...entities],
    migrations: [...platformMigrations, ...migrations],
  });
});
afterAll(() => schema.drop());

it('the migrations make exactly the tables the entities describe', async () => {
  expect(await schemaDrift(schema.dataSource)).toEqual([]);
});
