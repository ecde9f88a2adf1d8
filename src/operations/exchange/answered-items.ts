import type { Application, FromStation } from '#domain/application/application.ts';
import { signingGenerations } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { seenText } from '#domain/base/text.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { ApplicationAnswerItem, RevocationAnswerItem } from '#domain/exchange/package/answer-item.ts';
import { writeApplicationAnswer, writeRevocationAnswer } from '#domain/exchange/package/answer-item.ts';
import {
  authorityDocumentOf,
  writeAuthorityDocument,
  writeCalendar,
} from '#domain/exchange/package/authority-document.ts';
import type { ItemType } from '#domain/exchange/package/manifest.ts';
import { manifestOf } from '#domain/exchange/package/package-records.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { lastCrlOf } from '#operations/crl/crl-series.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import type { PackedItem } from './package-file.ts';
import type { PeerRecords } from './peer-records.ts';

/** An item that is written only when it goes: an id that another state of the same thing does not have. */
export interface AnsweredItem {
  readonly id: string;
  readonly type: ItemType;
  readonly urgent: boolean;
  /** Empty where what it speaks of is not in the register any more. */
  readonly pack: (snapshot: Snapshot) => Promise<readonly PackedItem[]>;
}

type Hashing = Pick<Desk, 'sha256'>;

/**
 * What an authority owes one of its field stations: its rules and its calendar as far as they are its own, the newest list of each key, and what
 * became of each application and of each application to revoke that came from there. What revokes, and what the rest is read by, does not wait.
 */
export async function answeredItems(
  desk: Hashing,
  snapshot: Snapshot,
  station: Station,
  records: PeerRecords,
): Promise<readonly AnsweredItem[]> {
  const { digest } = records;
  const cases = (await snapshot.list('revocation', { index: 'number' })).filter(isFrom(digest));
  const applications = (await snapshot.list('application', { index: 'number' })).filter(isFrom(digest));
  const declined = declinedItems(desk, records, new Set([...cases, ...applications].map(({ id }) => id)));
  return [
    ...ruleItems(desk, station),
    ...(await calendarItem(desk, snapshot)),
    ...(await listItems(desk, snapshot, station)),
    ...cases.flatMap((each) => revocationAnswer(desk, each)),
    ...applications.flatMap((each) => applicationAnswer(desk, each)),
    ...declined,
  ];
}

function isFrom(digest: string) {
  return ({ fromStation }: { readonly fromStation?: FromStation }) => fromStation?.station === digest;
}

function ruleItems(desk: Hashing, station: Station): readonly AnsweredItem[] {
  const held = station.heldRuleSets?.find(({ id }) => id === station.ruleSet);
  if (held === undefined) return [];
  const document = encodeUtf8(writeAuthorityDocument(authorityDocumentOf(station)));
  const setId = versionId(desk, 'rule-set', held.sha256Hex);
  const id = versionId(desk, 'rules', bytesToHex(desk.sha256(document)));
  return [
    {
      ...{ id, type: 'rules', urgent: true },
      pack: () =>
        Promise.resolve([
          packed('rule-set', setId, { urgent: true, octets: held.octets }),
          packed('rules', id, { urgent: true, octets: document, restsOn: [setId] }),
        ]),
    },
  ];
}

/** Only what the office has edited: the announced days are in the program. Edited back, it is another record, and goes again. */
async function calendarItem(desk: Hashing, snapshot: Snapshot): Promise<readonly AnsweredItem[]> {
  const calendar = await snapshot.get('calendar', 'calendar');
  if (calendar === undefined) return [];
  const id = versionId(desk, 'calendar', calendar.salt);
  const octets = encodeUtf8(writeCalendar(calendar.rows));
  return [
    {
      id,
      type: 'calendar',
      urgent: false,
      pack: () => Promise.resolve([packed('calendar', id, { urgent: false, octets })]),
    },
  ];
}

async function listItems(
  desk: Hashing,
  snapshot: Snapshot,
  station: Station,
): Promise<readonly AnsweredItem[]> {
  const items: AnsweredItem[] = [];
  for (const { generation } of signingGenerations(station)) {
    const list = await lastCrlOf(snapshot, generation);
    if (list === undefined) continue;
    const id = versionId(desk, 'crl', list.sha256Hex);
    items.push({
      ...{ id, type: 'crl', urgent: true },
      pack: async (reading) => {
        const file = await reading.get('crlFile', list.id);
        return file === undefined ? [] : [packed('crl', id, { urgent: true, octets: file.octets })];
      },
    });
  }
  return items;
}

function applicationAnswer(desk: Hashing, application: Application): readonly AnsweredItem[] {
  const { id: of, number, issued, decision, withdrawn } = application;
  if (issued !== undefined) {
    const id = versionId(desk, 'answer', of, 'issued', issued);
    return [
      {
        id,
        type: 'answer',
        urgent: false,
        pack: (reading) => issuedAnswer(reading, application, { id, issued }),
      },
    ];
  }
  const taken = decision === undefined ? withdrawn?.at(-1) : undefined;
  const outcome = decision?.outcome ?? (taken === undefined ? undefined : 'withdrawn');
  const at = decision?.at ?? taken?.at;
  if (outcome === undefined || at === undefined) return [];
  const grounds = (outcome === 'refused' ? (decision?.grounds ?? []) : []).map(({ ground, text }) => ({
    ...{ ground, text: seenText(text) },
  }));
  return [answerItem(desk, { of, outcome, at, number, grounds })];
}

async function issuedAnswer(
  reading: Snapshot,
  { id: of, number }: Application,
  { id, issued }: { readonly id: string; readonly issued: string },
): Promise<readonly PackedItem[]> {
  const entry = await reading.get('entry', issued);
  const stored = await reading.get('certificate', issued);
  if (entry === undefined || stored === undefined) return [];
  const certificate = { serialNumber: issued, number: entry.number, der: stored.der };
  const answer = { of, number, at: entry.issuedAt, outcome: 'issued' as const, grounds: [], certificate };
  return [packed('answer', id, { urgent: false, octets: encodeUtf8(writeApplicationAnswer(answer)) })];
}

function answerItem(desk: Hashing, answer: ApplicationAnswerItem): AnsweredItem {
  const octets = encodeUtf8(writeApplicationAnswer(answer));
  const id = versionId(desk, 'answer', bytesToHex(desk.sha256(octets)));
  return {
    ...{ id, type: 'answer', urgent: false },
    pack: () => Promise.resolve([packed('answer', id, { urgent: false, octets })]),
  };
}

function revocationAnswer(desk: Hashing, { id, number, decision }: RevocationCase): readonly AnsweredItem[] {
  if (decision === undefined) return [];
  const { outcome, at, text } = decision;
  const said = outcome === 'refused' && text !== undefined ? { text: seenText(text) } : {};
  return [revocationItem(desk, { of: id, outcome, at, number, ...said })];
}

function revocationItem(desk: Hashing, answer: RevocationAnswerItem): AnsweredItem {
  const octets = encodeUtf8(writeRevocationAnswer(answer));
  const id = versionId(desk, 'revocation-answer', bytesToHex(desk.sha256(octets)));
  return {
    ...{ id, type: 'revocation-answer', urgent: true },
    pack: () => Promise.resolve([packed('revocation-answer', id, { urgent: true, octets })]),
  };
}

/** What came and could not be registered: its applicant waits for somebody to say so. */
function declinedItems(
  desk: Hashing,
  { in: taken }: PeerRecords,
  here: ReadonlySet<string>,
): readonly AnsweredItem[] {
  const last = new Map<string, { readonly type: ItemType; readonly at: Instant; readonly because: string }>();
  for (const record of taken) {
    const types = new Map(manifestOf(record)?.items.map(({ id, type }) => [id, type]));
    for (const { id, because } of record.declined) {
      const type = types.get(id);
      const before = last.get(id);
      const isLater = before === undefined || record.takenAt >= before.at;
      if (type !== undefined && isLater && !here.has(id)) last.set(id, { type, at: record.takenAt, because });
    }
  }
  return [...last].flatMap(([of, { type, at, because }]) => {
    const common = { of, outcome: 'declined' as const, at, number: '', because };
    if (type === 'application') return [answerItem(desk, { ...common, grounds: [] })];
    return type === 'revocation' ? [revocationItem(desk, common)] : [];
  });
}

/** 32 hex digits, another for each state of a thing. */
function versionId({ sha256 }: Hashing, ...parts: readonly string[]): string {
  return bytesToHex(sha256(encodeUtf8(parts.join(' ')))).slice(0, 32);
}

function packed(
  type: ItemType,
  id: string,
  {
    urgent,
    octets,
    restsOn = [],
  }: { readonly urgent: boolean; readonly octets: Uint8Array; readonly restsOn?: readonly string[] },
): PackedItem {
  const extension = type === 'crl' ? 'crl' : 'json';
  return { item: { id, type, path: `items/${id}.${extension}`, restsOn, urgent }, octets };
}
