import { type CalendarDate, compareCalendarDates, parseTypedDate } from '#domain/base/calendar-date.ts';
import type { TypedDateRefusal } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type TextRefusal, examineText, tidyText } from '#domain/base/text.ts';
import type { CourierDelivery, PersonalDelivery } from './register-entry.ts';

/** Handing over as typed, by either way; the fields of the other one are not looked at. */
export interface HandOverDraft {
  way: 'courier' | 'in-person';
  date: string;
  courierName: string;
  receiptNumber: string;
  orderNumber: string;
  orderDate: string;
  employeeName: string;
  documentNumber: string;
  documentDate: string;
  documentIssuer: string;
}

export type HandOver =
  | { readonly way: 'courier'; readonly courier: CourierDelivery }
  | { readonly way: 'in-person'; readonly inPerson: PersonalDelivery };

export interface HandOverFinding {
  readonly field: keyof HandOverDraft;
  readonly clause: 'G-9' | 'G-10';
  readonly refusal:
    TextRefusal | TypedDateRefusal | { readonly type: 'DateInFuture'; readonly date: CalendarDate };
}

const bounds = { name: 300, number: 64 } as const;

export function emptyHandOver(): HandOverDraft {
  return {
    way: 'courier',
    date: '',
    courierName: '',
    receiptNumber: '',
    orderNumber: '',
    orderDate: '',
    employeeName: '',
    documentNumber: '',
    documentDate: '',
    documentIssuer: '',
  };
}

/**
 * G-9: by special courier, with the courier's name, the day, the receipt. G-10: in person only to an employee named by the
 * body's internal order, with the order's number and day, the employee's name and identity document.
 */
export function parseHandOver(
  draft: HandOverDraft,
  today: CalendarDate,
): Result<HandOver, readonly HandOverFinding[]> {
  const findings: HandOverFinding[] = [];
  const clause = draft.way === 'courier' ? 'G-9' : 'G-10';
  const text = (field: keyof HandOverDraft, max: number): string => {
    const refusal = examineText(draft[field], { max });
    if (refusal !== null) findings.push({ field, clause, refusal });
    return tidyText(draft[field]);
  };
  const pastDay = (field: keyof HandOverDraft): CalendarDate => {
    const typed = draft[field];
    const read = parseTypedDate(typed);
    if (typed.trim() === '') findings.push({ field, clause, refusal: { type: 'Empty' } });
    else if (!read.ok) findings.push({ field, clause, refusal: read.error });
    else if (compareCalendarDates(read.value.date, today) > 0)
      findings.push({ field, clause, refusal: { type: 'DateInFuture', date: read.value.date } });
    return read.ok ? read.value.date : today;
  };
  const date = pastDay('date');
  if (draft.way === 'courier') {
    const courier = {
      courierName: text('courierName', bounds.name),
      date,
      receiptNumber: text('receiptNumber', bounds.number),
    };
    return findings.length > 0 ? err(findings) : ok({ way: 'courier', courier });
  }
  const inPerson = {
    orderNumber: text('orderNumber', bounds.number),
    orderDate: pastDay('orderDate'),
    employeeName: text('employeeName', bounds.name),
    date,
    document: {
      number: text('documentNumber', bounds.number),
      date: pastDay('documentDate'),
      issuer: text('documentIssuer', bounds.name),
    },
  };
  return findings.length > 0 ? err(findings) : ok({ way: 'in-person', inPerson });
}
