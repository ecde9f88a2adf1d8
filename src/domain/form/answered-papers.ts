/** Papers that a field station prints of what its authority has decided: the certificate on paper (N-7), and the notice of a refusal. */
import type { Application } from '#domain/application/application.ts';
import { signingGenerations } from '#domain/authority/generations.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { isSameName } from '#domain/der/name-match.ts';
import type { FormContent } from './content.ts';
import { formNF3 } from './n-f3.ts';
import { nF3DataOf } from './n-f3-of-certificate.ts';
import { type PaperContext, factsOf, formOfRecord } from './paper-context.ts';
import { refusalPaper } from './papers.ts';

/** N-F3 of the certificate that came; null where none did. */
export function answeredCertificatePaper(
  context: PaperContext,
  application: Application,
): FormContent | null {
  const { answer, content } = application;
  if (answer?.certificate === undefined) return null;
  const { der, serialNumber } = answer.certificate;
  const certificate = readCertificate(der);
  if (!certificate.ok) return null;
  const generations = context.station === undefined ? [] : signingGenerations(context.station);
  const issuer = generations
    .map(({ certificateDer }) => readCertificate(certificateDer))
    .flatMap((read) => (read.ok ? [read.value] : []))
    .find(({ tbs }) => isSameName(tbs.subject, certificate.value.tbs.issuer));
  const data = nF3DataOf({
    certificate: certificate.value,
    ...(issuer === undefined ? {} : { issuerKey: issuer.tbs.publicKey }),
    fingerprintSha256Hex: bytesToHex(context.sha256(der)),
    signatureTool: 'signatureTool' in content ? content.signatureTool : '',
  });
  const facts = factsOf(context, serialNumber, answer.at);
  return formOfRecord(context, application, 'N-F3', data, facts, formNF3);
}

/** The notice of a refusal under the authority's own number of the application; null where it was not refused. */
export function answeredRefusalPaper(context: PaperContext, application: Application): FormContent | null {
  const { answer, receivedBy } = application;
  if (answer?.outcome !== 'refused') return null;
  const { at, grounds, number } = answer;
  const decision = { outcome: 'refused' as const, officer: receivedBy, at, contentDigest: '', grounds };
  return refusalPaper(context, { ...application, number, decision });
}
