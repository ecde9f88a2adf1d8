import type { FirstWords } from '#ui/i18n/catalogue.ts';
import { common } from './frame.ts';
import { calendar } from './calendar.ts';
import { units } from './units.ts';

export const first: FirstWords = { common, calendar, units };
