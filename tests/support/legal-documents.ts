import type { SubscriberContent } from '#domain/application/application.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';

/** N-4.2: the three documents of a legal entity. */
export const legalDocuments: SubscriberContent['documents'] = [
  { kind: 'identity-document', number: '012345678', date: '2020-05-05' as CalendarDate, issuer: 'ІІМ' },
  {
    kind: 'state-registration',
    number: '10100-1910-ТОО',
    date: '2010-10-12' as CalendarDate,
    issuer: 'Әділет департаменті',
  },
  {
    kind: 'power-of-attorney',
    number: '7',
    date: '2020-01-05' as CalendarDate,
    issuer: 'Бірінші басшы',
    validUntil: '2049-12-31' as CalendarDate,
  },
];
