import * as asn1js from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

const idData = '1.2.840.113549.1.7.1';

/** CMS SignedData (RFC 5652 §5), detached, with the signer's certificate inside: `openssl cms -verify -binary -content`. */
export async function signDetached(
  content: Uint8Array,
  signer: { readonly key: CryptoKey; readonly certificateDer: Uint8Array },
  signingTime: Date,
): Promise<Uint8Array> {
  const certificate = Certificate.fromBER(new Uint8Array(signer.certificateDer));
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(content));
  // In the order of their DER encodings, as a SET OF must be (X.690 §11.6): PKI.js does not sort.
  const attributes = [
    new Attribute({ type: '1.2.840.113549.1.9.3', values: [new asn1js.ObjectIdentifier({ value: idData })] }),
    new Attribute({ type: '1.2.840.113549.1.9.5', values: [new asn1js.UTCTime({ valueDate: signingTime })] }),
    new Attribute({ type: '1.2.840.113549.1.9.4', values: [new asn1js.OctetString({ valueHex: digest })] }),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: idData }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(signer.key, 0, 'SHA-256', new Uint8Array(content).buffer);
  const info = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
}
