import { expect, it } from 'vitest';
import { generatePeople } from './people.ts';

it('generates the same people for the same seed, whatever their number', () => {
  expect(generatePeople('demo', 50).slice(0, 20)).toEqual(generatePeople('demo', 20));
  expect(generatePeople('other', 20)).not.toEqual(generatePeople('demo', 20));
});

it('gives each of them an id and contacts of her own, of ranges that are no one’s', () => {
  const people = generatePeople('demo', 2500);
  const tels = people.flatMap((person) => person.tel ?? []);
  for (const own of [people.map(({ id }) => id), people.map(({ email }) => email), tels]) {
    expect(new Set(own).size).toBe(own.length);
  }
  expect(tels).toHaveLength(2000);
  for (const { id, email, tel } of people) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(email).toMatch(/^[a-z]+\.[a-z]+\d+@mail\.example$/);
    expect(tel ?? '+12025550100').toMatch(/^\+1[2-9]\d\d55501\d\d$/);
  }
});

it('generates grown-ups from many places', () => {
  const people = generatePeople('demo', 200);
  expect(new Set(people.map(({ country }) => country)).size).toBeGreaterThan(10);
  for (const { birthDate } of people) expect(birthDate).toMatch(/^(19[3-9]\d|200[0-4])-\d\d-\d\d$/);
});
