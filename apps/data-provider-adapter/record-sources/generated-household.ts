import { SeededNumbers } from './seeded-numbers.ts';

type Method = 'CARD' | 'TRANSFER' | 'STANDING_ORDER' | 'DIRECT_DEBIT' | 'CASH' | 'INTEREST' | 'FEE';

/** Money that moves on one day; `cents` is what comes in, negative for what goes out. */
export interface Movement {
  readonly day: number;
  readonly cents: number;
  readonly method: Method;
  readonly category: string;
  readonly counterparty: string;
  readonly reference: string;
}

/** What a person's current account lives on, the same for the same seed and person. */
export interface Household {
  readonly openedYear: number;
  readonly openedMonth: number;
  readonly salary: number;
  readonly employer: string;
  readonly rent: number;
  readonly landlord: string;
  readonly payDay: number;
  readonly saving: number;
}

const employers = [
  'Meridian Logistics',
  'Northgate School',
  'Solano Foods',
  'Baltic Instruments',
  'City Works',
  'Tamar Textiles',
] as const;
const landlords = ['Harbour Homes', 'Linden Housing', 'Old Mill Lettings', 'M. Castellan'] as const;
const groceries = ['Green Basket', 'Corner Pantry', 'Fresh & Daily', 'Market Hall'] as const;
const restaurants = ['Blue Door Café', 'Saffron Table', 'Noodle House', 'Trattoria Uno'] as const;
const shops = ['Page & Quill Books', 'Hearth Home', 'Stride Shoes', 'Copper Kettle', 'Volt Electronics'] as const;
const leisure = ['Rex Cinema', 'City Pool', 'Streamline TV', 'Hill Climbers Club'] as const;

export function createHousehold(seed: string, holder: string): Household {
  const numbers = new SeededNumbers(seed, holder, 'household');
  const salary = numbers.whole(1900, 5200) * 100;
  return {
    openedYear: numbers.whole(2014, 2019),
    openedMonth: numbers.whole(1, 12),
    salary,
    employer: numbers.pick(employers),
    rent: Math.round((salary * numbers.whole(26, 36)) / 100 / 500) * 500,
    landlord: numbers.pick(landlords),
    payDay: numbers.whole(24, 28),
    saving: Math.round((salary * numbers.whole(4, 11)) / 100 / 1000) * 1000,
  };
}

/** Wages, rents, prices and what is put aside rise a little every January. */
export function raised(home: Household, cents: number, year: number): number {
  return Math.round((cents * 1.024 ** (year - home.openedYear)) / 100) * 100;
}

/**
 * How many times the usual (about 640.00 a month by card) this household spends, so that in the long run about what
 * comes in goes out: the bills of a month are about 260.00.
 */
function standardOfLiving(home: Household): number {
  return Math.max(0.5, ((home.salary - home.rent - home.saving - 26_000) * 0.93) / 64_000);
}

/** A month of a current account, in the order of its days. */
export function monthOfLiving(seed: string, holder: string, home: Household, year: number, month: number): Movement[] {
  const numbers = new SeededNumbers(seed, holder, 'living', year, month);
  // who has more buys more often and dearer
  const more = Math.sqrt(standardOfLiving(home));
  const price = more * 1.024 ** (year - home.openedYear);
  const label = `${year}-${String(month).padStart(2, '0')}`;
  const movements: Movement[] = [];
  const add = (
    day: number,
    cents: number,
    method: Method,
    category: string,
    counterparty: string,
    reference: string,
  ) => {
    movements.push({ day, cents, method, category, counterparty, reference });
  };
  const spend = (
    times: number,
    low: number,
    high: number,
    category: string,
    places: readonly [string, ...string[]],
  ) => {
    for (let n = 0; n < Math.round(times * more); n += 1) {
      const place = numbers.pick(places);
      add(
        numbers.whole(1, 28),
        -Math.round(numbers.whole(low, high) * price),
        'CARD',
        category,
        place,
        `Card purchase ${place}`,
      );
    }
  };
  add(home.payDay, raised(home, home.salary, year), 'TRANSFER', 'SALARY', home.employer, `Salary ${label}`);
  add(1, -raised(home, home.rent, year), 'STANDING_ORDER', 'RENT', home.landlord, `Rent ${label}`);
  add(2, -raised(home, home.saving, year), 'STANDING_ORDER', 'SAVINGS', 'Own savings account', 'Monthly saving');
  add(
    5,
    -numbers.whole(5200, 11800),
    'DIRECT_DEBIT',
    'UTILITIES',
    'Riverside Energy',
    `Electricity and heating ${label}`,
  );
  add(8, -2990, 'DIRECT_DEBIT', 'TELECOM', 'Telia Nova', `Mobile and internet ${label}`);
  if (month % 3 === 1)
    add(10, -numbers.whole(11000, 14000), 'DIRECT_DEBIT', 'INSURANCE', 'Alder Mutual', 'Household and liability');
  add(3, -4900, 'DIRECT_DEBIT', 'TRANSPORT', 'Metro Transit', `Monthly pass ${label}`);
  spend(numbers.whole(7, 11), 1400, 6900, 'GROCERIES', groceries);
  spend(numbers.whole(2, 5), 900, 4800, 'RESTAURANTS', restaurants);
  spend(numbers.whole(1, 3), 1500, 11500, 'SHOPPING', shops);
  spend(numbers.whole(0, 2), 800, 4200, 'LEISURE', leisure);
  spend(numbers.whole(0, 1), 600, 3900, 'HEALTH', ['Linden Pharmacy', 'Dr. A. Verma']);
  add(numbers.whole(4, 26), -numbers.whole(2, 8) * 1000, 'CASH', 'CASH', 'Cash machine', 'Cash withdrawal');
  return movements.toSorted((a, b) => a.day - b.day);
}
