import {
  type AuditHead,
  type AuditRecord,
  auditKey,
  headOf,
  writtenLineOf,
} from '#domain/audit/audit-record.ts';
import type { AuditAct } from '#domain/audit/audit-act.ts';
import { isDeciding } from '#domain/audit/deciding-acts.ts';
import { rolesOfWriting } from '#domain/authority/roles-of-acts.ts';
import { purposeOf } from '#domain/authority/station.ts';
import { chainActs } from '#domain/audit/chain.ts';
import { textOfHead } from '#domain/audit/compare-heads.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import {
  type Instant,
  addSeconds,
  compareInstants,
  epochSeconds,
  parseInstant,
} from '#domain/base/instant.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type AuditedName, indexKeysOf } from '#domain/exchange/collections.ts';
import { writeOfOther } from '#domain/exchange/writes-of-acts.ts';
import type { Random, WritingDesk } from '#ports/desk.ts';
import type { Put, Removal, Snapshot } from '#ports/register-store.ts';
import type { ProvenSnapshot } from './proof/proven-reading.ts';
import type { RegisterTouched } from './verified-head.ts';
import { type NotYourRole, rolesRefusal } from './your-role.ts';
import { type RegisterWrite, UnprovenReading, followCommit } from './verified-head.ts';

/** A put of an audited record; one act has its own. */
export type AuditedPut = {
  [C in AuditedName]: Extract<Put, { readonly collection: C }>;
}[AuditedName];

export interface Act {
  readonly act: AuditAct;
  readonly subjects: readonly string[];
  readonly puts?: readonly AuditedPut[];
  readonly removals?: readonly { readonly collection: AuditedName; readonly id: string }[];
}

export interface Plan<T> {
  readonly acts: readonly Act[];
  /** Octets, drafts: what the log covers through a digest in a record, or not at all. */
  readonly unauditedPuts?: readonly Put[];
  readonly unauditedRemovals?: readonly Removal[];
  readonly answer: T;
}

/** Whatever is to be written: nothing is. */
export type WritingRefusal =
  | { readonly type: 'NotTheWriter' }
  /** The head's copy is ahead of the register, or all that is left of it: nothing is written before a restore. */
  | { readonly type: 'RegisterRolledBack' };

/** What any act can meet, whatever it does. */
export type TransactionRefusal =
  | WritingRefusal
  | { readonly type: 'ClockBehind'; readonly now: Instant; readonly lastAct: Instant }
  | { readonly type: 'ClockAhead'; readonly now: Instant; readonly lastAct: Instant }
  | { readonly type: 'NoRoom' }
  | RegisterTouched
  | { readonly type: 'KeyTaken'; readonly collection: string }
  | { readonly type: 'RegisterBusy' }
  /** A field station decides nothing: its authority does. */
  | { readonly type: 'FieldStation' }
  | NotYourRole;

/** Seconds by which the clock may lag behind the last act: a correction by a time service, no more. */
const toleratedLagSeconds = 5 * 60;
/** Seconds of silence after which a time so much later is asked about first. */
const askedAfterSeconds = 60 * 24 * 3600;
const attempts = 5;

/**
 * One office act, or several in one commit: reads, plans, links the acts to the log, signs the last one with the officer's
 * key, commits everything in one strict transaction. When somebody else committed in between, it is planned again.
 *
 * What the plan reads is proven, record by record: nothing is decided on a register that was changed past the program, and an
 * act never makes such a change its own by writing back what it read (J04).
 */
export async function transact<T, E = never>(
  desk: WritingDesk,
  plan: (snapshot: ProvenSnapshot, now: Instant) => Promise<Result<Plan<T>, E>>,
): Promise<Result<T, E | TransactionRefusal>> {
  try {
    return await attempt(desk, plan);
  } catch (error) {
    if (error instanceof UnprovenReading) return err({ type: 'RegisterTouched', faults: error.faults });
    throw error;
  }
}

async function attempt<T, E>(
  desk: WritingDesk,
  plan: (snapshot: ProvenSnapshot, now: Instant) => Promise<Result<Plan<T>, E>>,
): Promise<Result<T, E | TransactionRefusal>> {
  const refusal = await writingRefusal(desk);
  if (refusal !== null) return err(refusal);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const snapshot = await proven(desk);
    const timed = actTime(desk.clock.now(), snapshot.head, await confirmedUntil(snapshot));
    if (!timed.ok) return timed;
    const time = await apartFromUnsigned(desk, snapshot, timed.value);
    const planned = await plan(snapshot, time);
    if (!planned.ok) return planned;
    const { acts, unauditedPuts = [], unauditedRemovals = [], answer } = planned.value;
    if (acts.length === 0 && unauditedPuts.length === 0 && unauditedRemovals.length === 0) return ok(answer);
    if (acts.some(({ act }) => isDeciding(act)) && (await isField(snapshot)))
      return err({ type: 'FieldStation' });
    // A set-up that is begun again takes the officers of its first beginning away.
    const isBegun = acts.some(({ act }) => act === 'station-created');
    const written: (readonly RegisterWrite[])[] = [];
    for (const act of acts) {
      written.push(writesOf(desk, act));
      await desk.breathe?.();
    }
    const needed = acts.flatMap(({ act }, i) =>
      rolesOfWriting(
        act,
        (written[i] ?? []).map(({ collection }) => collection),
      ),
    );
    const ofOthers = isBegun ? null : await rolesRefusal(desk, snapshot, needed);
    if (ofOthers !== null) return err(ofOthers);
    const officer = desk.custody.officerId() ?? 'station';
    const audit: AuditRecord[] = [];
    for (const [i, { act, subjects }] of acts.entries()) {
      const writes = (written[i] ?? []).map(({ collection, id, digest }) => ({ collection, id, digest }));
      const before = audit.at(-1);
      const head = before === undefined ? snapshot.head : headOf(before);
      audit.push(...chainActs(head, time, [{ act, officer, subjects, writes }], desk.sha256));
      await desk.breathe?.();
    }
    const stray = audit.find((record) => writeOfOther(record) !== null);
    if (stray !== undefined) throw new Error(`${stray.act} writes what is none of its own`);
    const last = audit.at(-1);
    if (last !== undefined && desk.custody.isUnlocked()) {
      const signature = await desk.custody.signActs(audit.map(writtenLineOf));
      if (signature.length > 0) audit[audit.length - 1] = { ...last, signature: bytesToBase64(signature) };
    }
    const following = await snapshot.following(written.flat(), audit, desk.breathe);
    await desk.breathe?.();
    const outcome = await desk.store.commit(snapshot.version, {
      puts: [...acts.flatMap(({ puts = [] }): readonly Put[] => puts), ...unauditedPuts],
      removals: [...acts.flatMap(({ removals = [] }) => removals), ...unauditedRemovals],
      audit,
    });
    switch (outcome.type) {
      case 'committed':
        followCommit(desk.store, textOfHead(snapshot.head), textOfHead(last ?? snapshot.head), following);
        await followStated(desk, acts);
        return ok(answer);
      case 'version-moved':
        continue;
      case 'no-room':
        return err({ type: 'NoRoom' });
      case 'key-taken':
        return err({ type: 'KeyTaken', collection: outcome.collection });
    }
  }
  return err({ type: 'RegisterBusy' });
}

/** From here on the vault goes by what was stated last: nothing is signed on a record of before. */
async function followStated({ custody }: Pick<WritingDesk, 'custody'>, acts: readonly Act[]): Promise<void> {
  const put = acts.flatMap(({ puts = [] }) => puts).findLast(({ collection }) => collection === 'station');
  const statement = put?.collection === 'station' ? put.record.statement : undefined;
  if (statement !== undefined && custody.isUnlocked()) await custody.followStatement(statement);
}

async function isField(snapshot: Snapshot): Promise<boolean> {
  const station = await snapshot.get('station', 'station');
  return station !== undefined && purposeOf(station) === 'field';
}

/** Loaded with the first act, since nothing of it is needed to show a page. */
async function proven(desk: WritingDesk): Promise<ProvenSnapshot> {
  const [snapshot, { ProvenSnapshot }] = await Promise.all([
    desk.store.read(),
    import('./proof/proven-reading.ts'),
  ]);
  return new ProvenSnapshot(desk, snapshot);
}

/** What an act writes: the records that it takes away first. */
function writesOf(desk: WritingDesk, { puts = [], removals = [] }: Act): readonly RegisterWrite[] {
  return [
    ...removals.map(({ collection, id }) => ({ collection, id, digest: null, keys: {} })),
    ...puts.map(({ collection, record }) => ({
      collection,
      id: record.id,
      digest: recordDigest(record, desk.sha256),
      keys: indexKeysOf(collection, record),
    })),
  ];
}

/** Why this tab may write nothing at all; null when it may. */
export async function writingRefusal(
  desk: Pick<WritingDesk, 'isWriter' | 'store'>,
): Promise<WritingRefusal | null> {
  if (!desk.isWriter()) return { type: 'NotTheWriter' };
  const state = await desk.store.state();
  return state.type === 'missing' || (state.type === 'present' && state.head === 'rollback')
    ? { type: 'RegisterRolledBack' }
    : null;
}

/** The time of an act: now, but never before the last act; refused when the clock is plainly wrong. */
export function actTime(
  now: Instant,
  head: AuditHead | null,
  confirmed: Instant | null,
): Result<Instant, TransactionRefusal> {
  // A head whose time is none is nobody's of ours: the verification says so, and a start has to get that far.
  if (head === null || parseInstant(String(head.time)) === null) return ok(now);
  const ahead = epochSeconds(now) - epochSeconds(head.time);
  if (ahead < -toleratedLagSeconds) return err({ type: 'ClockBehind', now, lastAct: head.time });
  const isConfirmed =
    confirmed !== null && compareInstants(now, addSeconds(confirmed, askedAfterSeconds)) <= 0;
  if (ahead > askedAfterSeconds && !isConfirmed) return err({ type: 'ClockAhead', now, lastAct: head.time });
  return ok(ahead < 0 ? head.time : now);
}

/**
 * What shares officer and time is one commit, signed by its last record (`domain/audit/signature-duty.ts`). So that no signature ever
 * covers lines that somebody without a key put at the end of the log, an act that would join them is of a second later.
 */
async function apartFromUnsigned(
  { custody }: Pick<WritingDesk, 'custody'>,
  snapshot: Snapshot,
  time: Instant,
): Promise<Instant> {
  const { head } = snapshot;
  if (head === null || !custody.isUnlocked()) return time;
  // The line itself, as anybody may have written it: the head may say otherwise.
  const last: unknown = await snapshot.get('audit', auditKey(head.seq));
  const isOfOfficer = memberOf(last, 'officer') === (custody.officerId() ?? 'station');
  const isUnsigned = memberOf(last, 'signature') === undefined;
  return isOfOfficer && isUnsigned && memberOf(last, 'time') === time ? addSeconds(time, 1) : time;
}

/** The officer said "this date is right": until when that goes stands in this browser, and the saying is in the log. */
async function confirmedUntil(snapshot: Snapshot): Promise<Instant | null> {
  const fact = await snapshot.get('device', 'clock-confirmed');
  // As anybody may have written it.
  const value = memberOf(fact, 'value');
  return typeof value === 'string' ? parseInstant(value) : null;
}

/** A fresh record's key: 16 random octets, hex. */
export function newId(random: Random): string {
  return bytesToHex(random(16));
}

/** What makes a record's digest unguessable after the record is destroyed. */
export function newSalt(random: Random): string {
  return bytesToHex(random(16));
}
