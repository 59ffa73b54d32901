import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaDrift } from '#platform';
import { createTestSchema, type TestSchema } from '#testing';
import { dataUserGatewayRole } from '../data-user-gateway.role.ts';

describe('the tables of the data user gateway', () => {
  let schema: TestSchema;
  beforeAll(async () => {
    const { entities, migrations } = dataUserGatewayRole;
    schema = await createTestSchema({ entities, migrations });
  });
  afterAll(() => schema.drop());

  test('are made by the migrations exactly as the entities describe them', async () => {
    expect(await schemaDrift(schema.dataSource)).toEqual([]);
  });
});
