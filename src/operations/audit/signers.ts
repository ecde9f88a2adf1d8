import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { editedParts } from '#domain/authority/stated.ts';
import { type StationStatement, readRoles, readStatement } from '#domain/authority/station-statement.ts';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import type { RoleEntry } from '#domain/authority/roles.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { rowsOf } from './compare-rows.ts';
import { type HeldChain, chainBeside } from './held-chain.ts';

/** Whose keys the log's signatures are verified with. */
export interface Signers {
  /** Signing keys (SPKI) by the officer's id. */
  readonly officers: ReadonlyMap<string, Uint8Array>;
  /** What each may have done and when, by the officer's id, as stated; an officer without an entry, anything. */
  readonly roles: ReadonlyMap<string, readonly RoleEntry[]>;
  readonly station: Uint8Array | undefined;
  /** What a session by the recovery words is signed with, from when on; undefined: the station's key. */
  readonly words: readonly { readonly from: Instant; readonly spkiDer: Uint8Array | undefined }[];
  /** The station's key (SPKI, hex) where its statement holds by it; null where there is no statement, or a wrong one. */
  readonly statedKeyHex: string | null;
  /** What stood in the row that was held against the statement: a row that is read again may be another by then. */
  readonly stationCertificateDer: unknown;
}

/** Whether both verify every signature in the same way. */
export function areSameSigners(a: Signers, b: Signers): boolean {
  return textOf(a) === textOf(b);
}

/** The keys of which one has signed a line of that second, written after an opening by the recovery words. */
export function keysOfWords(
  { words, station }: Pick<Signers, 'words' | 'station'>,
  at: Instant,
): readonly Uint8Array[] {
  const before = words.findLast(({ from }) => compareInstants(from, at) < 0);
  const then = words.filter(({ from }) => from === at);
  const keys = [...(before === undefined ? [] : [before]), ...then].map(({ spkiDer }) => spkiDer ?? station);
  // Of a second before the chain there is the station's alone.
  return (keys.length === 0 ? [station] : keys).filter((key) => key !== undefined);
}

function textOf({ officers, roles, station, words, statedKeyHex }: Signers): string {
  const ofWords = words.map(({ from, spkiDer }) => [from, bytesToHex(spkiDer ?? new Uint8Array())]);
  const keys = [...officers].map(([id, spkiDer]) => [id, bytesToHex(spkiDer)]);
  // Of rows that anybody may have written, which have no canonical form for certain.
  const key = station === undefined ? null : bytesToHex(station);
  return JSON.stringify([statedKeyHex, key, keys, [...roles], ofWords]);
}

/**
 * From the station's statement, whose rows have to say the same; whether its key is the right one, an open vault knows. From the rows in a
 * register of before there were statements.
 */
export async function signersOf(
  desk: Pick<Desk, 'sha256' | 'verifyAct'>,
  snapshot: Snapshot,
  faults: ChainFault[],
): Promise<Signers> {
  const officers = await officerRows(snapshot);
  const station: unknown = await snapshot.get('station', 'station');
  const signed = memberOf(station, 'statement');
  const stationCertificateDer = memberOf(station, 'stationCertificateDer');
  const stated = signed === undefined ? null : await heldStatement(desk, signed);
  if (stated === null) {
    if (signed !== undefined) faults.push({ type: 'StatementInvalid' });
    const spkiDer = memberOf(station, 'stationSpkiDer');
    return {
      officers: new Map(officers.map(({ id, signingSpkiDer }) => [id, signingSpkiDer])),
      roles: new Map(),
      station: spkiDer instanceof Uint8Array ? spkiDer : undefined,
      words: [],
      statedKeyHex: null,
      stationCertificateDer,
    };
  }
  const rows = { station: station as Station, officers };
  for (const part of editedParts(stated, rows, desk.sha256)) faults.push({ type: 'StatementDiffers', part });
  return {
    officers: new Map(stated.officers.map(({ id, signingSpkiDer }) => [id, signingSpkiDer])),
    roles: new Map(stated.officers.flatMap(({ id, roles }) => (roles === undefined ? [] : [[id, roles]]))),
    station: stated.stationSpkiDer,
    words: (stated.chain?.said ?? []).map(({ at, wordsSpkiDer }) => ({ from: at, spkiDer: wordsSpkiDer })),
    statedKeyHex: bytesToHex(stated.stationSpkiDer),
    stationCertificateDer,
  };
}

/** Null unless its own key signed it, and its officers are those that their chain leads to. */
export async function heldStatement(
  desk: Pick<Desk, 'verifyAct' | 'sha256'>,
  signed: unknown,
): Promise<(StationStatement & { readonly chain: HeldChain | null }) | null> {
  const [text, signature] = [memberOf(signed, 'text'), memberOf(signed, 'signature')];
  const statement = typeof text === 'string' ? readStatement(text) : null;
  if (statement === null || typeof text !== 'string' || !(signature instanceof Uint8Array)) return null;
  if (!(await desk.verifyAct(statement.stationSpkiDer, encodeUtf8(text), signature))) return null;
  const chain = await chainBeside(desk, statement, signed);
  return chain.ok ? { ...statement, chain: chain.value } : null;
}

async function officerRows(snapshot: Snapshot): Promise<readonly StatedOfficer[]> {
  const officers: StatedOfficer[] = [];
  for await (const page of rowsOf(snapshot, 'officer'))
    for (const { key, record } of page) {
      const signingSpkiDer = memberOf(record, 'signingSpkiDer');
      const ageRecipient = memberOf(record, 'ageRecipient');
      const [name, entries] = [memberOf(record, 'name'), memberOf(record, 'roles')];
      if (signingSpkiDer instanceof Uint8Array && typeof ageRecipient === 'string')
        officers.push({
          ...{ id: key, signingSpkiDer, ageRecipient },
          ...(entries === undefined ? {} : { name: String(name), roles: readRoles(entries) }),
        });
    }
  return officers;
}
