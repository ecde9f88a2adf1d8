import { common } from './frame.ts';
import { calendar } from './calendar.ts';
import { units } from './units.ts';

/** What the frame says; a page brings its own, the rest is loaded behind it. */
export const first = { common, calendar, units };
