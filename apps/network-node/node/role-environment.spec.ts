import { describe, expect, it } from 'vitest';
import { environmentOf, parseRoles } from './role-environment.ts';

describe('ROLES', () => {
  it('names roles, and gives several of one role a name each', () => {
    expect(parseRoles('trust-registry, data-provider-adapter@bank,data-provider-adapter@hospital')).toEqual([
      { role: 'trust-registry', name: 'trust-registry' },
      { role: 'data-provider-adapter', name: 'bank' },
      { role: 'data-provider-adapter', name: 'hospital' },
    ]);
  });

  it('refuses one name for two roles, and what is no name', () => {
    expect(() => parseRoles('data-user-gateway,data-user-gateway')).toThrow('stands twice');
    expect(() => parseRoles('a@bank,b@bank')).toThrow('stands twice');
    expect(() => parseRoles('Bank!')).toThrow('is not a role');
    expect(() => parseRoles('')).toThrow('is not a role');
  });
});

describe('the environment of one role among several', () => {
  const environment = {
    PORT: '1',
    LOG_LEVEL: 'warn',
    BANK__PORT: '2',
    CITY_BANK__PORT: '3',
    HOSPITAL__KEYS_FOLDER: '/k',
  };

  it('is the common one, with its own variables on top and nobody else’s', () => {
    expect(environmentOf({ role: 'r', name: 'bank' }, environment)).toEqual({
      DATABASE_SCHEMA: 'bank',
      PORT: '2',
      LOG_LEVEL: 'warn',
    });
    expect(environmentOf({ role: 'r', name: 'city-bank' }, environment)).toEqual({
      DATABASE_SCHEMA: 'city_bank',
      PORT: '3',
      LOG_LEVEL: 'warn',
    });
    expect(environmentOf({ role: 'r', name: 'other' }, { ...environment, DATABASE_SCHEMA: 'mine' })).toMatchObject({
      DATABASE_SCHEMA: 'mine',
      PORT: '1',
    });
  });
});
