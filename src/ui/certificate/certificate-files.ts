import { generationNumbered } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { writeAuthorityAnswer } from '#domain/crl/authority-answer.ts';
import { writePem } from '#domain/der/pem.ts';
import { messageId, writeMailMessage } from '#domain/exchange/mail-message.ts';
import type { PersonSubject, RegisterEntry } from '#domain/register/register-entry.ts';
import type { FileToSave } from '#ui/exchange/file-saving.svelte.ts';
import type { CertificateRecord } from './certificate-record.svelte.ts';

export interface CertificateFile extends FileToSave {
  readonly id: 'cer' | 'pem' | 'p7b' | 'eml' | 'answer';
  readonly octets: () => Uint8Array;
}

/** The certificate as the programs of the world take it; empty until it is read. */
export function certificateFiles({
  entry,
  der,
  session,
  newestCrlDer,
}: CertificateRecord): readonly CertificateFile[] {
  const { station } = session;
  if (entry === undefined || der === undefined || station === undefined) return [];
  const issuer = generationNumbered(station, entry.generation);
  const authorities = issuer === undefined ? [] : [issuer.certificateDer, ...issuer.chainDer];
  const file = (id: CertificateFile['id'], mediaType: string, octets: () => Uint8Array): CertificateFile => ({
    id,
    name: `${entry.id}.${id}`,
    mediaType,
    kind: id === 'eml' ? 'certificate-mail' : 'certificate',
    of: entry.id,
    octets,
  });
  const { subject } = entry;
  const files = [
    file('cer', 'application/pkix-cert', () => der),
    file('pem', 'application/x-pem-file', () => encodeUtf8(writePem('CERTIFICATE', der))),
    file('p7b', 'application/pkcs7-mime', () => writeCertificateChain([der, ...authorities])),
  ];
  // What an authority's station takes in: its certificate, those above it, and our newest CRL, in one file.
  if (subject.kind === 'authority') {
    const answer = () => writeAuthorityAnswer([der, ...authorities], newestCrlDer);
    return [
      {
        ...file('answer', 'application/x-pem-file', answer),
        name: `answer-${String(entry.number)}.pem`,
        kind: 'authority-answer',
      },
      ...files,
    ];
  }
  return [...files, file('eml', 'message/rfc822', () => mailMessageOf(station, { ...entry, subject }, der))];
}

/** The certificate on its way to its owner, as every mail program opens it. */
export function mailMessageOf(
  { authority }: Pick<Station, 'authority'>,
  entry: RegisterEntry & { readonly subject: PersonSubject },
  der: Uint8Array,
): Uint8Array {
  return writeMailMessage({
    from: { name: authority.commonName, address: authority.email },
    to: { name: entry.subject.commonName, address: entry.subject.email },
    subject: `Тіркеу куәлігі № ${entry.number} · Регистрационное свидетельство № ${entry.number}`,
    text: mailText(entry, entry.subject, authority.organisation),
    // Its own time and not that of the saving: the same certificate gives the same message.
    date: entry.issuedAt,
    id: messageId(entry.id, entry.issuedAt),
    attachment: { fileName: `${entry.id}.cer`, mediaType: 'application/pkix-cert', octets: der },
  });
}

/** To whoever applied, in the state language and Russian, whatever language the officer works in. */
function mailText(
  { id, fingerprintSha256Hex }: RegisterEntry,
  subject: PersonSubject,
  organisation: string,
): string {
  return [
    `Құрметті ${subject.givenName} ${subject.surname},`,
    '',
    'өтінішіңіз бойынша шығарылған тіркеу куәлігі қосымшада жіберіліп отыр.',
    `Сериялық нөмірі: ${id}`,
    `SHA-256: ${fingerprintSha256Hex}`,
    'Жабық кілт тек өзіңізде сақталады. Оның ашылып қалуынан күмәндансаңыз, куәлікті кері қайтаруға бірден өтініш беріңіз.',
    '',
    'Во вложении — регистрационное свидетельство, выпущенное по вашему заявлению.',
    `Серийный номер: ${id}`,
    `SHA-256: ${fingerprintSha256Hex}`,
    'Закрытый ключ хранится только у вас. Если есть подозрение, что он стал известен другим, сразу подайте заявление на отзыв.',
    '',
    organisation,
    '',
  ].join('\n');
}
