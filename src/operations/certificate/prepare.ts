import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import type { Application } from '#domain/application/application.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { generationNumbered, generationOf } from '#domain/authority/generations.ts';
import type { AuthorityGeneration, Station } from '#domain/authority/station.ts';
import { examineApplication } from '#domain/application/examine-application.ts';
import { examineRequest } from '#domain/application/request-findings.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { certificatePlan } from '#domain/certificate/certificate-plan.ts';
import { keptTemplate } from '#domain/certificate/certificate-template.ts';
import { examineCertificate } from '#domain/certificate/examine-certificate.ts';
import type { CertificateIssuer } from '#domain/certificate/profile.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { newSerialNumber } from '#domain/certificate/serial-number.ts';
import type { Finding } from '#domain/clause/finding.ts';
import type { Desk } from '#ports/desk.ts';
import { type ForbiddenByChain, whyOutsideChain } from './within-chain.ts';

export interface AuthorityAtWork {
  readonly station: Station;
  /** Of the key that signs. */
  readonly generation: AuthorityGeneration;
  readonly certificate: Certificate;
  readonly issuer: CertificateIssuer;
}

export type AuthorityRefusal =
  | { readonly type: 'StationMissing' | 'NotSetUp' | 'AuthorityCertificateUnreadable' }
  | { readonly type: 'AuthorityExpired'; readonly notAfter: Instant }
  | { readonly type: 'AuthorityCeased' }
  /** The register was restored, and is not yet known to be whole. */
  | { readonly type: 'CeremonyOpen' }
  /** The key backup was not opened in both ways for longer than the office's rule lets it issue. */
  | { readonly type: 'RehearsalOverdue'; readonly lastAt: Instant };

/** The certificate of the authority's key, read, with what everything under it takes from it; the key that issues unless another is named. */
export function authorityAtWork(
  desk: Pick<Desk, 'sha1'>,
  station: Station | undefined,
  now: Instant,
  generationNumber?: number,
): Result<AuthorityAtWork, AuthorityRefusal> {
  if (station === undefined) return err({ type: 'StationMissing' });
  const generation = generationNumbered(station, generationNumber ?? generationOf(station));
  if (generation === undefined) return err({ type: 'NotSetUp' });
  const read = readCertificate(generation.certificateDer);
  if (!read.ok) return err({ type: 'AuthorityCertificateUnreadable' });
  const certificate = read.value;
  const { subject, publicKey, notAfter } = certificate.tbs;
  if (now > notAfter) return err({ type: 'AuthorityExpired', notAfter });
  return ok({
    station,
    generation,
    certificate,
    issuer: {
      subjectDer: subject.der,
      keyIdentifier: desk.sha1(publicKey.keyBits),
      suite: generation.suite,
    },
  });
}

export interface PreparedCertificate {
  readonly application: Application;
  readonly serialNumber: Uint8Array;
  readonly tbsDer: Uint8Array;
  readonly spkiDer: Uint8Array;
  readonly keyIdentifier: Uint8Array;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly findings: readonly Finding[];
}

/**
 * The to-be-signed octets of one certificate and every finding about them: the same for the preview that the officer looks
 * at and for the certificate itself, which differs in serial number and time only.
 */
export function prepareCertificate(
  desk: Pick<Desk, 'sha1' | 'random'>,
  authority: AuthorityAtWork,
  application: Application,
  now: Instant,
): Result<PreparedCertificate, ForbiddenByChain | { readonly type: 'RequestMissing' | 'RequestUnreadable' }> {
  const { station, certificate, issuer } = authority;
  if (application.request === undefined) return err({ type: 'RequestMissing' });
  const request = readCertificationRequest(application.request.der);
  if (!request.ok) return err({ type: 'RequestUnreadable' });
  const { publicKey } = request.value;
  const keyIdentifier = desk.sha1(publicKey.keyBits);
  const serialNumber = newSerialNumber(station.epoch, desk.random(19));
  const issuerNotAfter = certificate.tbs.notAfter;
  const rules = rulesOfRecord(station, application);
  const { content } = application;
  const { settings, subject, notAfter } = certificatePlan(content, rules, now, issuerNotAfter);
  const tbsDer = keptTemplate(issuer, { ...settings, addresses: station.addresses }).fill({
    serialNumber,
    notBefore: now,
    notAfter,
    subject,
    spkiDer: publicKey.der,
    keyIdentifier,
  });
  const outside = whyOutsideChain(authority, tbsDer, now);
  if (outside !== null) return err(outside);
  const ofApplication = [
    ...examineApplication(application, { rules, now, issuerNotAfter }),
    ...examineRequest(content, request.value),
  ];
  const ofCertificate = examineCertificate(tbsDer, {
    profile: settings.profile,
    kind: station.kind,
    rules,
    issuer: certificate.tbs,
    issuerSuite: station.suite,
    addresses: station.addresses,
    epoch: station.epoch,
    sha1: desk.sha1,
    subject,
    requestedSpkiDer: publicKey.der,
    now,
  });
  return ok({
    application,
    serialNumber,
    tbsDer,
    spkiDer: publicKey.der,
    keyIdentifier,
    notBefore: now,
    notAfter,
    findings: [...ofApplication, ...ofCertificate],
  });
}
