import { type SenderStop, standingPairings, stationDigest } from '#domain/authority/paired-station.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import {
  type OutState,
  type PackageIn,
  type PackageOut,
  acknowledgedBy,
  manifestOf,
  outState,
} from '#domain/exchange/package/package-records.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface PeerRow {
  /** SHA-256 of its certificate. */
  readonly digest: string;
  readonly pairing: string;
  readonly pairedAt: Instant;
  readonly validUntil: Instant;
  readonly ended?: Instant;
  readonly stopped?: SenderStop;
  /** Whether anything may still be sent to it. */
  readonly isStanding: boolean;
}

export interface OutRow {
  readonly record: PackageOut;
  readonly number: number;
  readonly items: number;
  readonly state: OutState;
}

export interface InRow {
  readonly record: PackageIn;
  /** 0 for a receipt. */
  readonly number: number;
  readonly items: number;
}

/** Every package in and out, read anew after each commit. */
export class Exchanges {
  readonly session: Session;
  peers = $state.raw<readonly PeerRow[]>([]);
  out = $state.raw<readonly OutRow[]>([]);
  taken = $state.raw<readonly InRow[]>([]);
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
  }

  /** Those that packages may go to now. */
  get standing(): readonly PeerRow[] {
    return this.peers.filter(({ isStanding }) => isStanding);
  }

  async load(): Promise<void> {
    const { office, station } = this.session;
    const reading = await office.store.read();
    const [out, taken] = [await reading.list('packageOut'), await reading.list('packageIn')];
    const now = office.clock.now();
    const pairings = station === undefined ? [] : (station.pairedStations ?? []);
    const standing = new Set(station === undefined ? [] : standingPairings(station));
    this.peers = pairings.map((each) => ({
      digest: stationDigest(each.certificateDer, office.sha256),
      ...{ pairing: each.pairing, pairedAt: each.pairedAt, validUntil: each.validUntil },
      ...(each.ended === undefined ? {} : { ended: each.ended.at }),
      ...(each.stopped === undefined || each.ended !== undefined ? {} : { stopped: each.stopped }),
      isStanding: standing.has(each) && compareInstants(now, each.validUntil) <= 0,
    }));
    const arrivedOf = new Map(
      pairings.map(({ pairing }) => [
        pairing,
        acknowledgedBy(taken.filter((record) => record.pairing === pairing)),
      ]),
    );
    this.out = out
      .map((record) => {
        const manifest = manifestOf(record);
        return {
          ...{ record, number: manifest?.number ?? 0, items: manifest?.items.length ?? 0 },
          state: outState(record, arrivedOf.get(record.pairing) ?? new Set()),
        };
      })
      .sort((a, b) => newestFirst(a.record.madeAt, b.record.madeAt));
    this.taken = taken
      .map((record) => {
        const manifest = manifestOf(record);
        return { record, number: manifest?.number ?? 0, items: manifest?.items.length ?? 0 };
      })
      .sort((a, b) => newestFirst(a.record.takenAt, b.record.takenAt));
    this.loaded = true;
  }
}

function newestFirst(a: Instant, b: Instant): number {
  return compareInstants(b, a);
}
