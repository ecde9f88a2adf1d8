import { bytesToHex } from '#domain/base/bytes.ts';
import { addSeconds, addYears } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { keyInMaking, withCertificate, withRequest } from '#domain/authority/generations.ts';
import { findingUnder } from '#domain/authority/citing.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import {
  assembleCertificate,
  assembleCertificationRequest,
  writeCertificationRequestInfo,
} from '#domain/certificate/assemble.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { examineCertificate } from '#domain/certificate/examine-certificate.ts';
import { newSerialNumber } from '#domain/certificate/serial-number.ts';
import { authoritySubject } from '#domain/certificate/authority-subject.ts';
import { writeSubjectName } from '#domain/certificate/subject-name.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { SignRefusal, StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { statedStation } from '#operations/stated-station.ts';
import { requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';

export type AuthorityCertificateRefusal =
  | TransactionRefusal
  | StatementRefusal
  | SignRefusal
  | RegisterTouched
  /** `NotSelfSigned`: the authority stands under a Root CA, and so does its next key. */
  | { readonly type: 'StationMissing' | 'CertificateTaken' | 'NotSelfSigned' }
  | { readonly type: 'ExaminationFailed'; readonly findings: readonly Finding[] };

/** The self-signed certificate of an authority that has none above it: of its first key, or of one that is to follow. */
export async function selfSignAuthority(desk: Desk): Promise<Result<Station, AuthorityCertificateRefusal>> {
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const key = keyInMaking(station);
  if (key === null || key.certificateDer !== undefined) return err({ type: 'CertificateTaken' });
  if (station.chainDer.length > 0) return err({ type: 'NotSelfSigned' });
  const { spkiDer, suite, addresses } = key;
  const keyIdentifier = desk.sha1(readPublicKey(spkiDer).keyBits);
  const subject = authoritySubject(key);
  const subjectDer = writeSubjectName(subject);
  const notBefore = desk.clock.now();
  const tbsDer = writeTbsCertificate(
    { subjectDer, keyIdentifier, suite },
    { profile: 'ca-self-signed', addresses },
    {
      serialNumber: newSerialNumber(station.epoch, desk.random(19)),
      notBefore,
      notAfter: addSeconds(addYears(notBefore, key.validityYears), -1),
      subject,
      spkiDer,
      keyIdentifier,
    },
  );
  const findings = examineCertificate(tbsDer, {
    profile: 'ca-self-signed',
    kind: station.kind,
    issuerSuite: suite,
    addresses,
    epoch: station.epoch,
    sha1: desk.sha1,
  })
    .filter(({ severity }) => severity === 'must')
    .map((finding) => findingUnder(rulesOf(station), finding));
  if (findings.length > 0) return err({ type: 'ExaminationFailed', findings });
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return sound;
  const signed = await desk.custody.signAsAuthority({
    what: 'certificates',
    tbs: [tbsDer],
    suite,
    spkiDer,
    station,
  });
  if (!signed.ok) return signed;
  const signature = signed.value[0];
  if (signature === undefined) return err({ type: 'SignatureSuspect' });
  return takeCertificate(desk, assembleCertificate(tbsDer, suite, signature));
}

/** The station's request for the Root CA, as a PKCS#10 file; made once and saved as often as needed. */
export async function makeAuthorityRequest(
  desk: Desk,
): Promise<Result<Uint8Array, AuthorityCertificateRefusal>> {
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const key = keyInMaking(station);
  if (key === null) {
    const ofPresent = station.certificationRequestDer;
    return ofPresent === undefined ? err({ type: 'CertificateTaken' }) : ok(ofPresent);
  }
  if (key.certificationRequestDer !== undefined) return ok(key.certificationRequestDer);
  const { suite, spkiDer } = key;
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return sound;
  const infoDer = writeCertificationRequestInfo(authoritySubject(key), spkiDer);
  const signed = await desk.custody.signAsAuthority({
    what: 'certification-request',
    tbs: [infoDer],
    ...{ suite, spkiDer, station },
  });
  if (!signed.ok) return signed;
  const signature = signed.value[0];
  if (signature === undefined) return err({ type: 'SignatureSuspect' });
  const certificationRequestDer = assembleCertificationRequest(infoDer, suite, signature);
  return transact<Uint8Array, AuthorityCertificateRefusal>(desk, async (snapshot) => {
    const now = await snapshot.get('station', 'station');
    if (now === undefined) return err({ type: 'StationMissing' });
    const record = { ...withRequest(now, certificationRequestDer), salt: newSalt(desk.random) };
    return ok({
      acts: [
        {
          act: 'certification-request-made',
          subjects: [station.stationId],
          puts: [{ collection: 'station', record }],
        },
      ],
      answer: certificationRequestDer,
    });
  });
}

function takeCertificate(
  desk: Desk,
  authorityCertificateDer: Uint8Array,
): Promise<Result<Station, AuthorityCertificateRefusal>> {
  return transact<Station, AuthorityCertificateRefusal>(desk, async (snapshot) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const next = withCertificate(before, authorityCertificateDer, []);
    const stated = await statedStation(desk, snapshot, before, next);
    if (!stated.ok) return stated;
    const record = stated.value;
    return ok({
      acts: [
        {
          act: 'authority-certificate-taken',
          subjects: [record.stationId, bytesToHex(desk.sha256(authorityCertificateDer))],
          puts: [{ collection: 'station', record }],
        },
      ],
      answer: record,
    });
  });
}
