import type { Digest } from '#domain/audit/audit-record.ts';
import { standingPairings, stationDigest } from '#domain/authority/paired-station.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { addDays } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { acknowledgedBy, manifestOf, outState } from '#domain/exchange/package/package-records.ts';
import { tallyOf, usualQueue, whyPackageDue } from '#domain/exchange/package/tally.ts';
import type { Office, Reading } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { AgendaItem } from './agenda.ts';

/** Days after which a package without a receipt is asked about. */
const answeredWithinDays = 7;

/** Senders that are stopped, and the newest package of each standing pairing that nobody has acknowledged: it has all of those before it. */
export async function packageItems(
  reading: Reading,
  { pairedStations = [] }: Station,
  sha256: Digest,
): Promise<readonly AgendaItem[]> {
  const items: AgendaItem[] = [];
  // The first screen goes without the words of other pages.
  await words.whole();
  for (const { pairing, stopped, certificateDer } of pairedStations.filter(
    ({ ended }) => ended === undefined,
  )) {
    if (stopped !== undefined)
      items.push({
        id: `stopped-${pairing}`,
        kind: 'package',
        text: words.t.exchange.stoppedToday(stationDigest(certificateDer, sha256).slice(0, 8)),
        href: '#/exchanges',
        dueOn: calendarDateOf(stopped.at),
      });
    const out = await reading.list('packageOut', { index: 'pairing', only: pairing });
    const arrived = acknowledgedBy(await reading.list('packageIn', { index: 'pairing', only: pairing }));
    const waiting = out.filter((record) => outState(record, arrived) !== 'received');
    const newest = waiting.sort((a, b) => (a.place < b.place ? -1 : 1)).at(-1);
    const number = newest === undefined ? undefined : manifestOf(newest)?.number;
    if (newest === undefined || number === undefined) continue;
    items.push({
      id: `package-${newest.id}`,
      kind: 'package',
      text: words.t.exchange.withoutReceipt(number),
      href: '#/exchanges',
      dueOn: addDays(calendarDateOf(newest.madeAt), answeredWithinDays),
    });
  }
  return items;
}

/** At a field station: that a package has to go, since something has waited too long or too much waits. */
export async function queueItems(
  { acts, sha256, clock }: Pick<Office, 'acts' | 'sha256' | 'clock'>,
  station: Station,
): Promise<readonly AgendaItem[]> {
  const [peer] = purposeOf(station) === 'field' ? standingPairings(station) : [];
  if (peer === undefined) return [];
  const tally = tallyOf(await acts.tallyExchange({ peer: stationDigest(peer.certificateDer, sha256) }));
  const { packageAfterDays = usualQueue.days, packageAfterItems = usualQueue.items } = station.settings;
  const due = whyPackageDue(tally, station.settings, clock.now());
  if (due === null) return [];
  const t = words.t.exchange.tally.due;
  return [
    {
      id: 'package-due',
      kind: 'package',
      text: due === 'days' ? t.days(packageAfterDays) : t.items(packageAfterItems),
      href: '#/exchanges',
      dueOn: calendarDateOf(clock.now()),
    },
  ];
}
