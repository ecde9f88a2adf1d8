/**
 * The holidays of the Law of 13.12.2001 No. 267-II, by the years in which they are holidays. They are code, because
 * only a law changes them; the Government's yearly moves are rows of a table (`holiday-table.ts`).
 */
export type HolidayId =
  | 'new-year'
  | 'womens-day'
  | 'constitution-day-of-march'
  | 'nauryz'
  | 'unity-day'
  | 'defender-day'
  | 'victory-day'
  | 'capital-day'
  | 'constitution-day'
  | 'republic-day'
  | 'first-president-day'
  | 'independence-day';

export interface Holiday {
  readonly id: HolidayId;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  /** First year in which it is one, when it is newer than the rest. */
  readonly fromYear?: number;
  /** Last year in which it was one. */
  readonly toYear?: number;
}

/** In the order of the year: holidays that meet a day off move in this order. */
export const holidays: readonly Holiday[] = [
  { id: 'new-year', month: 1, day: 1 },
  { id: 'new-year', month: 1, day: 2 },
  { id: 'womens-day', month: 3, day: 8 },
  { id: 'constitution-day-of-march', month: 3, day: 15, fromYear: 2027 },
  { id: 'nauryz', month: 3, day: 21 },
  { id: 'nauryz', month: 3, day: 22 },
  { id: 'nauryz', month: 3, day: 23 },
  { id: 'unity-day', month: 5, day: 1 },
  { id: 'defender-day', month: 5, day: 7, fromYear: 2013 },
  { id: 'victory-day', month: 5, day: 9 },
  { id: 'capital-day', month: 7, day: 6 },
  { id: 'constitution-day', month: 8, day: 30, toYear: 2025 },
  { id: 'republic-day', month: 10, day: 25, fromYear: 2022 },
  { id: 'first-president-day', month: 12, day: 1, fromYear: 2012, toYear: 2021 },
  { id: 'independence-day', month: 12, day: 16 },
  { id: 'independence-day', month: 12, day: 17, toYear: 2021 },
];

export function holidaysOfYear(year: number): readonly Holiday[] {
  return holidays.filter(({ fromYear = year, toYear = year }) => fromYear <= year && year <= toYear);
}
