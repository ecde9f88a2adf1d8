import type { SignedLink } from '#domain/authority/signed-link.ts';
import { base64ToBytes, bytesEqual } from '#domain/base/bytes.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { readArmor } from '#domain/der/armor.ts';
import type { LogFiles } from '#domain/microscope/exported-log.ts';
import type { LogFinding } from '#domain/microscope/log-look.ts';
import { type Signers, heldStatement } from '#operations/audit/signers.ts';
import type { Desk } from '#ports/desk.ts';

export type LogSigners = Pick<Signers, 'officers' | 'station' | 'words'>;

/**
 * Whose keys sign an exported log: those of the statement, which its own key and the whole chain of officers have to hold, and which are the
 * ones that lie beside it. Where it has none, or a wrong one, the keys that lie there, for whatever these are worth.
 */
export async function signersIn(
  desk: Pick<Desk, 'sha256' | 'verifyAct'>,
  files: LogFiles,
): Promise<{ readonly signers: LogSigners; readonly finding: LogFinding }> {
  const names = [...files.keys()];
  const laid = new Map(
    names.flatMap((name) => {
      const id = /^officers\/(.+)\.pem$/u.exec(name)?.[1];
      return id === undefined ? [] : [[id, keyIn(files, name)] as const];
    }),
  );
  const station = keyIn(files, 'station-key.pem');
  const asTheyLie = { officers: laid, station, words: [] };
  const ofStatement = names.filter((name) => /^(?:statement\.|chain\/)/u.test(name));
  if (ofStatement.length === 0)
    return { signers: asTheyLie, finding: { step: 'statement', state: 'absent' } };
  const links = linksIn(files);
  const stated = await heldStatement(desk, {
    text: textIn(files, 'statement.json'),
    signature: signatureIn(textIn(files, 'statement.txt')),
    ...(links.length === 0 ? {} : { chain: links }),
  });
  const areLaid =
    stated?.officers.every(({ id, signingSpkiDer }) => isSame(laid.get(id), signingSpkiDer)) === true &&
    bytesEqual(stated.stationSpkiDer, station);
  const state = areLaid ? 'holds' : 'fails';
  const finding = { step: 'statement', state, count: stated?.officers.length ?? 0 } as const;
  if (stated === null) return { signers: asTheyLie, finding };
  const officers = new Map(stated.officers.map(({ id, signingSpkiDer }) => [id, signingSpkiDer]));
  const words = (stated.chain?.said ?? []).map(({ at, wordsSpkiDer }) => ({
    from: at,
    spkiDer: wordsSpkiDer,
  }));
  return { signers: { officers, station: stated.stationSpkiDer, words }, finding };
}

/** The links as they lie below `chain/`; one of which a line of signatures can't be read has none, and holds nowhere. */
function linksIn(files: LogFiles): readonly SignedLink[] {
  const names = [...files.keys()].filter((name) => /^chain\/.*\.json$/u.test(name)).sort();
  return names.map((name) => {
    const lines = (textIn(files, name.replace(/json$/u, 'txt')) ?? '').split('\n');
    const isEnded = lines.pop() === '';
    const signatures: { officer: string; signature: Uint8Array }[] = [];
    const others: { words?: Uint8Array; station?: Uint8Array } = {};
    for (const line of isEnded ? lines : []) {
      const [, who = '', officer, base64 = ''] = /^(words|station|officer (\S+)) (\S+)$/u.exec(line) ?? [];
      const signature = base64ToBytes(base64) ?? new Uint8Array();
      if (who === 'words' || who === 'station') others[who] = signature;
      else signatures.push({ officer: officer ?? '', signature });
    }
    return { text: textIn(files, name) ?? '', signatures, ...others };
  });
}

function textIn(files: LogFiles, name: string): string | null {
  return decodeUtf8(files.get(name) ?? new Uint8Array());
}

/** One line, ended. */
function signatureIn(text: string | null): Uint8Array | null {
  return text?.endsWith('\n') === true ? base64ToBytes(text.slice(0, -1)) : null;
}

function keyIn(files: LogFiles, name: string): Uint8Array {
  const armor = readArmor(files.get(name) ?? new Uint8Array());
  return (armor.ok ? armor.value[0]?.der : undefined) ?? new Uint8Array();
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && bytesEqual(a, b);
}
