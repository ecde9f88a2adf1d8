/** What the papers of a body's letter to revoke print of the records; words on paper are the order's language. */
import { paperDayOf } from '#domain/application/days.ts';
import type { GF4Data, GF4aData } from './g-f4.ts';
import type { BodyRevocationContent, RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevocationLetter } from '#domain/revocation/revocation-letter.ts';

/** The list as the body wrote it: with the day that stands on the letter. */
export function gF4DataOf({ content }: RevocationLetter, cases: readonly RevocationCase[]): GF4Data {
  return {
    persons: cases.flatMap(({ source }) =>
      source.type === 'application' && source.content.form === 'G-F4a' ? [personOf(source.content)] : [],
    ),
    headName: content.headName,
    date: content.bodyDate,
  };
}

export function gF4aDataOf(revocationCase: RevocationCase, content: BodyRevocationContent): GF4aData {
  const { identityDocument, address, reason, issuedOn } = content;
  const { surname, givenName, patronymic, serialNumberHex } = personOf(content);
  return {
    surname,
    givenName,
    ...(patronymic === undefined ? {} : { patronymic }),
    identityDocument,
    address,
    reason,
    serialNumberHex,
    issuedOn,
    date: paperDayOf(revocationCase),
  };
}

function personOf(content: BodyRevocationContent): GF4Data['persons'][number] {
  const { surname, givenName, patronymic, organisationName, position, serialNumber } = content;
  return {
    surname,
    givenName,
    ...(patronymic === undefined ? {} : { patronymic }),
    organisation: organisationName,
    position,
    serialNumberHex: serialNumber,
  };
}
