import { common } from './frame.ts';
import { calendar } from './calendar.ts';
import { units } from './units.ts';
import { today } from './today.ts';

/** What the first screen says; the rest is loaded behind it. */
export const first = { common, calendar, units, today };
