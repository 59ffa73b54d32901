import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemaDrift } from '#platform';
import { createTestSchema, type TestSchema } from '#testing';
import { consentManagerRole } from '../consent-manager.role.ts';

const { entities, migrations } = consentManagerRole;

let schema: TestSchema;

beforeAll(async () => {
  schema = await createTestSchema({ entities, migrations });
});

afterAll(() => schema.drop());

it('the migrations make exactly the tables that the entities describe', async () => {
  expect(await schemaDrift(schema.dataSource)).toEqual([]);
});
