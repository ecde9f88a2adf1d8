import { writeAuthorityAnswer } from '#domain/crl/authority-answer.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { makeAuthorityRequest } from '#operations/station/authority-certificate.ts';
import { type OfficeAtWork, anOffice, taken } from './office-at-work.ts';
import { takeAnswer } from './root-confirmed.ts';
import {
  aStationOf,
  anAuthorityContent,
  issuedTo,
  nationalName,
  setUpRoot,
  unlockAgain,
} from './root-at-work.ts';
import { authorityApplication } from './revocation-samples.ts';

export const start = '2026-11-23T04:00:00Z';

/** A Root CA and a National CA under it, each with its own register, clocks going on together. */
export interface Loop {
  readonly root: OfficeAtWork;
  readonly national: OfficeAtWork;
  readonly serialNumber: string;
  /** Both clocks go on together. */
  readonly pass: (seconds: number) => void;
}

/** A Root CA and a National CA whose request it has answered; nothing is taken in yet. */
export async function aLoop(years = 30): Promise<Loop> {
  const root = anOffice(undefined, start);
  const national = anOffice(undefined, start);
  await setUpRoot(root, { years });
  await aStationOf(national, 'N', nationalName);
  const request = taken(await makeAuthorityRequest(national.desk));
  const entry = await issuedTo(root, anAuthorityContent({ validityYears: 10 }), request);
  const pass = (seconds: number) => {
    root.pass(seconds);
    national.pass(seconds);
  };
  return { root, national, serialNumber: entry.id, pass };
}

export async function rootCertificate({ root }: Loop): Promise<Uint8Array> {
  const station = await (await root.desk.store.read()).get('station', 'station');
  return station?.authorityCertificateDer ?? new Uint8Array();
}

export async function newestCrl({ desk }: OfficeAtWork): Promise<Uint8Array> {
  const snapshot = await desk.store.read();
  const [crl] = await snapshot.list('crl', { reverse: true, limit: 1 });
  return (await snapshot.get('crlFile', crl?.id ?? ''))?.octets ?? new Uint8Array();
}

export async function ownCertificate({ root, serialNumber }: Loop): Promise<Uint8Array> {
  return (await (await root.desk.store.read()).get('certificate', serialNumber))?.der ?? new Uint8Array();
}

/** The file that goes back on the medium. */
export async function answer(loop: Loop): Promise<Uint8Array> {
  return writeAuthorityAnswer(
    [await ownCertificate(loop), await rootCertificate(loop)],
    await newestCrl(loop.root),
  );
}

export async function joined(years?: number): Promise<Loop> {
  const loop = await aLoop(years);
  taken(await takeAnswer(loop.national.desk, [await answer(loop)]));
  taken(await signCrl(loop.national.desk));
  return loop;
}

export async function revokeNational({ root, serialNumber }: Loop): Promise<void> {
  await unlockAgain(root);
  const entry = await (await root.desk.store.read()).get('entry', serialNumber);
  if (entry === undefined) throw new Error('none');
  const received = taken(
    await receiveRevocation(root.desk, {
      serialNumber,
      source: authorityApplication(entry),
      ground: 'key-compromise',
    }),
  );
  taken(await decideRevocation(root.desk, { caseId: received.id, confirmedCorrect: true }));
}

export async function nextRootCrl(loop: Loop): Promise<Uint8Array> {
  await unlockAgain(loop.root);
  taken(await signCrl(loop.root.desk));
  return newestCrl(loop.root);
}
