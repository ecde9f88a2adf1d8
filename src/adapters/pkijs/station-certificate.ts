import * as asn1js from 'asn1js';
import {
  AttributeTypeAndValue,
  Certificate,
  PublicKeyInfo,
  type RelativeDistinguishedNames,
  TimeType,
} from 'pkijs';

/**
 * The station's own certificate, P-256, self-signed: it is pinned by fingerprint when stations are paired and carries
 * the signatures over heads and packages. No authority issues it, since no clause names such a certificate.
 */
export async function makeStationCertificate(
  keys: CryptoKeyPair,
  stationName: string,
  serialNumber: Uint8Array,
  notBefore: Date,
): Promise<Uint8Array> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serialNumber).buffer });
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: stationName }) }),
    );
  certificate.notBefore.value = notBefore;
  // RFC 5280 §4.1.2.5: no well-defined end. The key lives as long as the station does.
  certificate.notAfter.type = TimeType.GeneralizedTime;
  certificate.notAfter.value = new Date(Date.UTC(9999, 11, 31, 23, 59, 59));
  certificate.subjectPublicKeyInfo = new PublicKeyInfo();
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  return new Uint8Array(certificate.toSchema(true).toBER(false));
}

/**
 * What an authority's station says of a field station: the same key and name, under its own signature and for a time. `issuer`: whose
 * certificate and key sign; `of`: the field station's own certificate.
 */
export async function attestStation(
  issuer: { readonly certificateDer: Uint8Array; readonly key: CryptoKey },
  of: Uint8Array,
  { serialNumber, notBefore, notAfter }: { serialNumber: Uint8Array; notBefore: Date; notAfter: Date },
): Promise<Uint8Array> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serialNumber).buffer });
  const subject = Certificate.fromBER(new Uint8Array(of));
  certificate.issuer = nameOf(Certificate.fromBER(new Uint8Array(issuer.certificateDer)));
  certificate.subject = nameOf(subject);
  certificate.subjectPublicKeyInfo = subject.subjectPublicKeyInfo;
  certificate.notBefore.value = notBefore;
  certificate.notAfter.value = notAfter;
  await certificate.sign(issuer.key, 'SHA-256');
  return new Uint8Array(certificate.toSchema(true).toBER(false));
}

function nameOf({ subject }: Certificate): RelativeDistinguishedNames {
  return subject;
}
