import { underSameRules } from '#domain/authority/rule-sets.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type CrlChunk, appendEntry, replaceEntry } from '#domain/crl/crl-chunk.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import type { CrlChunkRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type RevokeRefusal, revocationFor } from '#domain/revocation/revoke-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { UnfoundedRevocation } from '#domain/revocation/standing.ts';
import type { Desk, Random } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { lockAfterAct } from '#operations/lock.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { whyNotFounded } from './judge.ts';
import { carrierOfCase } from './carrier-of-case.ts';

export type RevokeCaseRefusal =
  | TransactionRefusal
  | RevokeRefusal
  | UnfoundedRevocation
  | {
      readonly type:
        'Locked' | 'StationMissing' | 'CaseMissing' | 'EntryMissing' | 'CaseDecided' | 'NotConfirmed';
    };

/**
 * The end of N-8, and R-11, G-12: after the officer confirmed that the application is filled in correctly, and the ground's paper and the
 * application were held against the certificate here, the register gets the revocation with date and time to the second, and the CRL's entries get theirs, in one act. It can be followed, never undone;
 * there is no other way in which a certificate loses its effect before its term (R-3.6, N-2.5).
 */
export async function decideRevocation(
  desk: Desk,
  command: { readonly caseId: string; readonly confirmedCorrect: boolean; readonly text?: string },
): Promise<Result<RegisterEntry, RevokeCaseRefusal>> {
  const decidedCase = await transact<RegisterEntry, RevokeCaseRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    if (!command.confirmedCorrect) return err({ type: 'NotConfirmed' });
    const revocationCase = await snapshot.get('revocation', command.caseId);
    if (revocationCase === undefined) return err({ type: 'CaseMissing' });
    if (revocationCase.decision !== undefined) return err({ type: 'CaseDecided' });
    const entry = await snapshot.get('entry', revocationCase.serialNumber);
    if (entry === undefined) return err({ type: 'EntryMissing' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const unfounded = await whyNotFounded(snapshot, revocationCase, { entry, station, now });
    if (unfounded !== null) return err(unfounded);
    const decided: RevocationCase = {
      ...revocationCase,
      salt: newSalt(desk.random),
      decision: {
        outcome: 'revoked',
        officer,
        at: now,
        confirmedCorrect: true,
        ...(command.text === undefined ? {} : { text: command.text }),
      },
    };
    const revoked = revokeInto(await chunksOf(snapshot), entry, decided, now, desk.random);
    if (!revoked.ok) return revoked;
    const { act, entry: after } = revoked.value;
    const carrier = await carrierOfCase(desk, snapshot, revocationCase, { officer, at: now });
    return ok({
      acts: [
        { ...act, puts: [...(act.puts ?? []), { collection: 'revocation' as const, record: decided }] },
        ...carrier,
      ],
      answer: after,
    });
  });
  if (decidedCase.ok) await lockAfterAct(desk);
  return decidedCase;
}

/** An application to revoke that is not right: refused with the officer's words. */
export async function refuseRevocation(
  desk: Desk,
  command: { readonly caseId: string; readonly text: string },
): Promise<Result<RevocationCase, RevokeCaseRefusal>> {
  const refused = await transact<RevocationCase, RevokeCaseRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const text = command.text.trim();
    if (text === '') return err({ type: 'NotConfirmed' });
    const revocationCase = await snapshot.get('revocation', command.caseId);
    if (revocationCase === undefined) return err({ type: 'CaseMissing' });
    if (revocationCase.decision !== undefined) return err({ type: 'CaseDecided' });
    const record: RevocationCase = {
      ...revocationCase,
      salt: newSalt(desk.random),
      decision: { outcome: 'refused', officer, at, confirmedCorrect: false, text },
    };
    return ok({
      acts: [
        { act: 'revocation-refused', subjects: [record.id], puts: [{ collection: 'revocation', record }] },
      ],
      answer: record,
    });
  });
  if (refused.ok) await lockAfterAct(desk);
  return refused;
}

/** The entries of every key's CRL as they grow within one act: which chunks were touched is what has to be put. */
export interface GrowingChunks {
  readonly chunks: (CrlChunk & { readonly id: string; readonly generation: number })[];
  readonly touched: Set<number>;
}

export async function chunksOf(snapshot: Snapshot): Promise<GrowingChunks> {
  const records = await snapshot.list('crlChunk');
  return growingFrom(records);
}

export function growingFrom(records: readonly CrlChunkRecord[]): GrowingChunks {
  return {
    chunks: records.map(({ id, generation, entryCount, octets }) => ({
      id,
      generation,
      entryCount,
      octets,
    })),
    touched: new Set(),
  };
}

export function chunkPuts(
  growing: GrowingChunks,
  random: Random,
): { collection: 'crlChunk'; record: CrlChunkRecord }[] {
  return [...growing.touched].map((at) => {
    const chunk = growing.chunks[at];
    if (chunk === undefined) throw new RangeError(`no chunk ${String(at)}`);
    return { collection: 'crlChunk', record: { ...chunk, salt: newSalt(random) } };
  });
}

/** The entry and the chunk for one revocation; the caller adds what else belongs to the act. */
export function revokeInto(
  growing: GrowingChunks,
  entry: RegisterEntry,
  facts: Pick<RevocationCase, 'id' | 'ground' | 'reasonCode' | 'invalidityDate' | 'ruleSet'>,
  now: Instant,
  random: Random,
  putChunks = true,
): Result<{ readonly act: Act; readonly entry: RegisterEntry }, RevokeRefusal> {
  const { id: caseId, ground, reasonCode, invalidityDate } = facts;
  const revocation = revocationFor(
    entry,
    {
      caseId,
      ground,
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...(invalidityDate === undefined ? {} : { invalidityDate }),
      ...underSameRules(facts),
    },
    now,
  );
  if (!revocation.ok) return revocation;
  const serialNumber = hexToBytes(entry.id) ?? new Uint8Array();
  const encoded = encodeCrlEntry({
    serialNumber,
    revocationDate: revocation.value.date,
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(invalidityDate === undefined ? {} : { invalidityDate }),
  });
  const isRaised = entry.revocation !== undefined;
  // A revocation goes into the CRL of the key that issued (RFC 5280 §5: a CRL is its issuer's own).
  if (isRaised) replaceIn(growing, entry.generation, serialNumber, encoded);
  else appendTo(growing, entry.generation, encoded);
  const after: RegisterEntry = { ...entry, salt: newSalt(random), revocation: revocation.value };
  return ok({
    entry: after,
    act: {
      act: isRaised ? 'revocation-reason-raised' : 'certificate-revoked',
      subjects: [entry.id, caseId],
      puts: [{ collection: 'entry', record: after }, ...(putChunks ? chunkPuts(growing, random) : [])],
    },
  });
}

export function appendTo(growing: GrowingChunks, generation: number, encoded: Uint8Array): void {
  const ofKey = growing.chunks.filter((chunk) => chunk.generation === generation);
  const last = ofKey.at(-1);
  const { chunk, isNew } = appendEntry(last, encoded);
  const at = isNew || last === undefined ? growing.chunks.length : growing.chunks.indexOf(last);
  const id = isNew || last === undefined ? chunkId(generation, ofKey.length + 1) : last.id;
  growing.chunks[at] = { ...chunk, id, generation };
  growing.touched.add(at);
}

/** Of the first key plainly the number, as it was before there was a second one. */
function chunkId(generation: number, number: number): string {
  const padded = String(number).padStart(8, '0');
  return generation === 1 ? padded : `${String(generation)}-${padded}`;
}

export function replaceIn(
  growing: GrowingChunks,
  generation: number,
  serialNumber: Uint8Array,
  encoded: Uint8Array,
): void {
  for (const [at, chunk] of growing.chunks.entries()) {
    if (chunk.generation !== generation) continue;
    const replaced = replaceEntry(chunk, serialNumber, encoded);
    if (replaced === null) continue;
    growing.chunks[at] = { ...replaced, id: chunk.id, generation };
    growing.touched.add(at);
    return;
  }
  appendTo(growing, generation, encoded);
}
