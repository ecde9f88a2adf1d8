/**
 * The table as announced from 2014 up to 2026, with which an office begins. 2015 and 2026 have no moved day
 * (`yearsWithoutMoves`); Kurban Ait of 2027 is computed and not announced. Of years before 2014 nothing is known here.
 */
import { type CalendarDate, parseCalendarDate } from '#domain/base/calendar-date.ts';
import type { HolidayRow, HolidayTable } from './holiday-table.ts';

export const announcedDays: HolidayTable = [
  movedDay('2013-12-28', '2014-01-03'),
  movedDay('2014-05-04', '2014-05-02'),
  movedDay('2014-05-11', '2014-05-08'),
  kurbanAit('2014-10-04'),
  kurbanAit('2015-09-24'),
  movedDay('2016-03-05', '2016-03-07'),
  kurbanAit('2016-09-12'),
  movedDay('2017-03-18', '2017-03-20'),
  movedDay('2017-07-01', '2017-07-07'),
  kurbanAit('2017-09-01'),
  movedDay('2018-03-03', '2018-03-09'),
  movedDay('2018-04-28', '2018-04-30'),
  movedDay('2018-05-05', '2018-05-08'),
  kurbanAit('2018-08-21'),
  movedDay('2018-08-25', '2018-08-31'),
  movedDay('2018-12-29', '2018-12-31'),
  movedDay('2019-05-04', '2019-05-10'),
  kurbanAit('2019-08-11'),
  movedDay('2020-01-05', '2020-01-03'),
  movedDay('2020-05-11', '2020-05-08'),
  kurbanAit('2020-07-31'),
  movedDay('2020-12-20', '2020-12-18'),
  movedDay('2021-07-03', '2021-07-05'),
  kurbanAit('2021-07-20'),
  movedDay('2022-03-05', '2022-03-07'),
  kurbanAit('2022-07-09'),
  movedDay('2022-08-27', '2022-08-29'),
  movedDay('2022-10-22', '2022-10-24'),
  kurbanAit('2023-06-28'),
  movedDay('2023-07-01', '2023-07-07'),
  movedDay('2024-05-04', '2024-05-08'),
  kurbanAit('2024-06-16'),
  movedDay('2025-01-05', '2025-01-03'),
  kurbanAit('2025-06-06'),
  kurbanAit('2026-05-27'),
  { ...kurbanAit('2027-05-16'), source: 'есептелген, жарияланбаған', calculated: true },
];

function kurbanAit(day: string): HolidayRow {
  return { kind: 'kurban-ait', off: date(day), source: `ҚМДБ хабарламасы, ${day.slice(0, 4)} жыл` };
}

function movedDay(working: string, off: string): HolidayRow {
  const source = `ҚР Үкіметінің демалыс күндерін ауыстыру туралы қаулысы, ${off.slice(0, 4)} жыл`;
  return { kind: 'moved-day', working: date(working), off: date(off), source };
}

function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (parsed === null) throw new Error(`no such day: ${text}`);
  return parsed;
}
