import type { FormContent } from '#domain/form/content.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { stationDigest } from '#domain/authority/paired-station.ts';
import {
  type Tally,
  type TalliedItem,
  tallyOf,
  usualQueue,
  whyPackageDue,
} from '#domain/exchange/package/tally.ts';
import { exchangeCounts } from '#domain/form/exchange-counts.ts';
import { kazakhMoment } from '#domain/form/kazakh-date.ts';
import { FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import type { PeerRow } from './exchanges.svelte.ts';

/** How much went to one station and came from it, as a table, a paper and a list of ids. */
export class Tallies {
  readonly session: Session;
  readonly saving: FileSaving;
  items = $state.raw<readonly TalliedItem[]>([]);
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
    this.saving = new FileSaving(session);
  }

  get tally(): Tally {
    return tallyOf(this.items);
  }

  /** What asks for a package before more is taken in; null where nothing does. */
  get due(): 'days' | 'items' | null {
    const { station, office } = this.session;
    return whyPackageDue(this.tally, station?.settings ?? {}, office.clock.now());
  }

  get limits(): { readonly days: number; readonly items: number } {
    const { packageAfterDays = usualQueue.days, packageAfterItems = usualQueue.items } =
      this.session.station?.settings ?? {};
    return { days: packageAfterDays, items: packageAfterItems };
  }

  async load(peer: string): Promise<void> {
    this.items = await this.session.office.acts.tallyExchange({ peer });
    this.loaded = true;
  }

  /** Ids of every item with its packages and its state, to be sorted and compared elsewhere. */
  async saveList(peer: PeerRow): Promise<void> {
    const t = words.t.exchange.tally;
    const { office } = this.session;
    const rows = this.items.map(({ way, type, id, at, packages, state }) => [
      ...[t.ways[way], t.types[type] ?? type, id, at ?? '', packages.join(' '), t.itemStates[state]],
    ]);
    await this.saving.save(
      {
        name: `tirkelim-exchange-${peer.digest.slice(0, 8)}.csv`,
        mediaType: 'text/csv',
        kind: 'exchange-list',
      },
      () => office.writeTable(t.heads, rows),
    );
  }

  paper({ digest, pairing }: PeerRow): FormContent | null {
    const { station, officer, office } = this.session;
    if (station === undefined) return null;
    const at = office.clock.now();
    return exchangeCounts(
      {
        organisation: station.authority.organisation,
        own: stationDigest(station.stationCertificateDer, office.sha256),
        ...{ peer: digest, pairing, tally: this.tally },
        ...{ at: kazakhMoment(at), date: calendarDateOf(at) },
        ...{ officerName: officer?.name ?? '', officerPosition: officer?.position ?? '' },
      },
      { recordId: `counts-${pairing}`, recordedAt: at, demonstration: station.demonstration },
    );
  }
}
