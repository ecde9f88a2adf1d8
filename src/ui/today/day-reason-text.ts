import type { DayReason } from '#domain/calendar/working-day.ts';
import { dateOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** Why a day counts or not. */
export function dayReasonText(reason: DayReason): string {
  const t = words.t.today.reasons;
  switch (reason.type) {
    case 'Weekday':
      return t.weekday;
    case 'DeclaredWorking':
      return t.declaredWorking(dateOf(reason.insteadOf));
    case 'Weekend':
      return t.weekend;
    case 'Holiday':
      return t.holiday;
    case 'MovedHoliday':
      return t.movedHoliday(dateOf(reason.from));
    case 'MovedDayOff':
      return t.movedDayOff(dateOf(reason.working));
    case 'OrthodoxChristmas':
      return t.christmas;
    case 'KurbanAit':
      return t.kurbanAit;
  }
}
