import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Station } from '#domain/authority/station.ts';
import { nextListDue, reminderDays } from '#domain/crl/cadence.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { writeCalendarFile } from '#domain/exchange/calendar-file.ts';
import type { FileToSave } from '#ui/exchange/file-saving.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';

export interface CrlFile extends FileToSave {
  readonly id: 'crl' | 'sha256' | 'head' | 'signature';
  readonly octets: Uint8Array;
}

/** What goes out with a CRL: the list, its digest for `sha256sum -c`, the log's head and the station's signature on that. */
export function crlFiles(crl: CrlRecord, der: Uint8Array): readonly CrlFile[] {
  const { crlNumber } = crl;
  const file = (id: CrlFile['id'], name: string, mediaType: string, octets: Uint8Array): CrlFile => ({
    id,
    name,
    mediaType,
    kind: 'crl',
    of: crlNumber,
    octets,
  });
  return [
    file('crl', `${crlNumber}.crl`, 'application/pkix-crl', der),
    file(
      'sha256',
      `${crlNumber}.crl.sha256`,
      'text/plain',
      encodeUtf8(`${crl.sha256Hex}  ${crlNumber}.crl\n`),
    ),
    file('head', `${crlNumber}.head.json`, 'application/json', encodeUtf8(crl.headJson)),
    file('signature', `${crlNumber}.head.json.p7s`, 'application/pkcs7-signature', crl.headSignatureDer),
  ];
}

/** The next list's date for a calendar program, with an alarm ahead of it: weeks where lists are rare. */
export function nextCrlCalendar(
  { authority, settings }: Pick<Station, 'authority' | 'settings'>,
  crl: CrlRecord,
  now: Instant,
): Uint8Array {
  const t = words.t.crl;
  return writeCalendarFile({
    uid: `${crl.crlNumber}@tirkelim`,
    stampedAt: now,
    at: nextListDue(crl, settings),
    title: t.calendarSummary(authority.commonName),
    description: t.calendarText(crl.crlNumber),
    alarmHoursBefore: reminderDays(settings) * 24,
  });
}
