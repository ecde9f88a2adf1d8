import { readStatement } from '#domain/authority/station-statement.ts';
import { base64ToBytes, bytesToBase64, hexToBytes } from '#domain/base/bytes.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { readArmor } from '#domain/der/armor.ts';
import { type GivenNote, type LogFiles, lookAtLog, recordsOf } from '#domain/microscope/exported-log.ts';
import type { LogFinding, LogLook } from '#domain/microscope/log-look.ts';
import type { Desk } from '#ports/desk.ts';
import type { Magnifier } from '#ports/magnifier.ts';

/**
 * An exported log checked whole: what `lookAtLog` reckons, the signatures of its records by the officers' keys that lie with it, and that those
 * keys are the ones that the station states under its own. Whose station it is, the fingerprint on paper says: here nobody can.
 */
export async function logSeen(
  desk: Pick<Desk, 'sha256' | 'verifyAct'> & Pick<Magnifier, 'verifyEd25519'>,
  file: string,
  files: LogFiles,
  notes: readonly GivenNote[],
): Promise<LogLook> {
  const look = lookAtLog(file, files, notes, desk);
  const [records, ...rest] = look.findings;
  const signed = [await signatureFinding(desk, files), await statementFinding(desk, files)];
  return { ...look, findings: [...(records === undefined ? [] : [records]), ...signed, ...rest] };
}

/** The station's own records, and all while it is open by its recovery words, are signed by the station's key. */
async function signatureFinding(
  desk: Pick<Desk, 'sha256' | 'verifyAct'>,
  files: LogFiles,
): Promise<LogFinding> {
  const keys = new Map<string, Uint8Array>();
  const keyOf = (name: string) => {
    const key = keys.get(name) ?? keyIn(files, name);
    keys.set(name, key);
    return key;
  };
  let [checked, wordsOf] = [0, ''];
  for (const { seq, act, officer, subjects, hash, signature } of recordsOf(files, desk.sha256).records) {
    if (act === 'station-opened') wordsOf = subjects[1] === 'recovery-words' ? officer : '';
    if (signature !== undefined) {
      const byStation = officer === 'station' || officer === wordsOf;
      const key = keyOf(byStation ? 'station-key.pem' : `officers/${officer}.pem`);
      const holds = await desk.verifyAct(
        key,
        hexToBytes(hash) ?? new Uint8Array(),
        base64ToBytes(signature) ?? new Uint8Array(),
      );
      if (!holds) return { step: 'signatures', state: 'fails', about: officer, count: seq };
      checked++;
    }
    if (act === 'station-locked') wordsOf = '';
  }
  return { step: 'signatures', state: checked === 0 ? 'absent' : 'holds', count: checked };
}

async function statementFinding(desk: Pick<Desk, 'verifyAct'>, files: LogFiles): Promise<LogFinding> {
  const octets = files.get('statement.json');
  if (octets === undefined) return { step: 'statement', state: 'absent' };
  const signature = base64ToBytes((decodeUtf8(files.get('statement.txt') ?? new Uint8Array()) ?? '').trim());
  const holds =
    signature !== null && (await desk.verifyAct(keyIn(files, 'station-key.pem'), octets, signature));
  const statement = readStatement(decodeUtf8(octets) ?? '');
  const stated = statement?.officers ?? [];
  const areStated = stated.every(
    ({ id, signingSpkiDer }) =>
      bytesToBase64(keyIn(files, `officers/${id}.pem`)) === bytesToBase64(signingSpkiDer),
  );
  const state = holds && statement !== null && areStated ? 'holds' : 'fails';
  return { step: 'statement', state, count: stated.length };
}

function keyIn(files: LogFiles, name: string): Uint8Array {
  const armor = readArmor(files.get(name) ?? new Uint8Array());
  return (armor.ok ? armor.value[0]?.der : undefined) ?? new Uint8Array();
}
