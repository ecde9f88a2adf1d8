import { writeAuthorityAnswer } from '#domain/crl/authority-answer.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { makeAuthorityRequest } from '#operations/station/authority-certificate.ts';
import { bodiesName } from './bodies-at-work.ts';
import { newestCrl, start } from './chain-at-work.ts';
import { type OfficeAtWork, anOffice, taken } from './office-at-work.ts';
import { takeAnswer } from './root-confirmed.ts';
import { aStationOf, anAuthorityContent, issuedTo, setUpRoot } from './root-at-work.ts';

/** A CA of State Bodies that a Root CA has certified, open, with its first CRL. */
export async function bodiesUnderRoot(): Promise<OfficeAtWork> {
  const root = anOffice(undefined, start);
  const bodies = anOffice(undefined, start);
  await setUpRoot(root, { years: 30 });
  await aStationOf(bodies, 'G', bodiesName);
  const { organisation: organisationShortName, commonName: authorityShortName, email, region } = bodiesName;
  const content = anAuthorityContent({
    ...{ organisationShortName, authorityShortName, email, region },
    validityYears: 10,
  });
  const entry = await issuedTo(root, content, taken(await makeAuthorityRequest(bodies.desk)));
  const reading = await root.desk.store.read();
  const own = await reading.get('certificate', entry.id);
  const station = await reading.get('station', 'station');
  if (own === undefined || station?.authorityCertificateDer === undefined) throw new Error('no certificates');
  const answer = writeAuthorityAnswer([own.der, station.authorityCertificateDer], await newestCrl(root));
  taken(await takeAnswer(bodies.desk, [answer]));
  taken(await signCrl(bodies.desk));
  return bodies;
}
