import { type AuditRecord, auditHash, auditKey } from '#domain/audit/audit-record.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import type { Station } from '#domain/authority/station.ts';
import { base64ToBytes, bytesEqual, hexToBytes } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { heldStatement } from '#operations/audit/signers.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The epoch leads a serial number in one octet whose first bit is the sign. */
export const highestEpoch = 0x7f;

type Verifying = Pick<Desk, 'sha256' | 'verifyAct'>;

/**
 * The highest epoch of a register that is to be replaced, 0 where nothing says one: what the station's key, as the backup has it, has
 * signed, in the statement or in the log. What a row says could be any number, and there are 127 of them for ever. Of a station of
 * before there were statements no key signed its epoch: there the rows are believed.
 */
export async function replacedEpoch(
  desk: Verifying,
  snapshot: Snapshot,
  { stationSpkiDer, statement }: Pick<Station, 'stationSpkiDer' | 'statement'>,
): Promise<number> {
  const present: unknown = await snapshot.get('station', 'station');
  const raised = (await snapshot.list('audit'))
    .map(readAuditRecord)
    .filter((record) => record?.act === 'epoch-raised')
    .filter((record) => record !== null);
  if (statement === undefined)
    return Math.max(
      epochOf(memberOf(present, 'epoch')),
      ...raised.map(({ subjects }) => epochOf(Number(subjects[0]))),
    );
  const stated = await heldStatement(desk, memberOf(present, 'statement'));
  const isOwn = stated !== null && bytesEqual(stated.stationSpkiDer, stationSpkiDer);
  let highest = isOwn ? epochOf(stated.epoch) : 0;
  for (const record of raised)
    if (await isSignedBy(desk, stationSpkiDer, record))
      highest = Math.max(highest, epochOf(Number(record.subjects[0])));
  return highest;
}

/** Whether the register is another station's by all that it says itself; a single row may have been edited, and is no reason to refuse. */
export async function isOfOtherStation(snapshot: Snapshot, stationId: string): Promise<boolean> {
  const present: unknown = await snapshot.get('station', 'station');
  const first = readAuditRecord(await snapshot.get('audit', auditKey(1)));
  const said = [
    memberOf(present, 'stationId'),
    first?.act === 'station-created' ? first.subjects[0] : undefined,
  ].filter((each) => each !== undefined);
  return said.length > 0 && !said.includes(stationId);
}

function epochOf(epoch: unknown): number {
  return typeof epoch === 'number' && Number.isInteger(epoch) && epoch <= highestEpoch ? epoch : 0;
}

async function isSignedBy(
  { sha256, verifyAct }: Verifying,
  spkiDer: Uint8Array,
  record: AuditRecord,
): Promise<boolean> {
  const hash = hexToBytes(auditHash(record, sha256)) ?? new Uint8Array();
  return verifyAct(spkiDer, hash, base64ToBytes(record.signature ?? '') ?? new Uint8Array());
}
