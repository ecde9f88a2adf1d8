/** What the papers of annex 2 print of the records; words on paper are the order's language. */
import type { Application, BodyPersonContent } from '#domain/application/application.ts';
import { paperDayOf } from '#domain/application/days.ts';
import type { IssueLetter } from '#domain/application/letter.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { GF1Data, GF1Person, GF1aData } from './g-f1.ts';

const country = 'Қазақстан Республикасы';

/** The list as the body wrote it: with the day that stands on the letter. */
export function gF1DataOf({ content }: IssueLetter, persons: readonly Application[]): GF1Data {
  return {
    persons: persons.flatMap(({ content: person }) =>
      person.form === 'G-F1a' ? [personOf(person, person.region)] : [],
    ),
    headName: content.signatory.name,
    date: content.bodyDate,
  };
}

export function gF1aDataOf(application: Application, content: BodyPersonContent): GF1aData {
  const [document] = content.documents;
  const { region, city } = content;
  return {
    ...personOf(content, region === city ? region : `${region}, ${city}`),
    identityDocument:
      document === undefined
        ? ''
        : `${document.number}, ${document.issuer}, ${formatCalendarDate(document.date)}`,
    // The first one the form prints itself (G-2.1).
    furtherUsageAreas: content.usageAreas.slice(1),
    date: paperDayOf(application),
  };
}

function personOf(content: BodyPersonContent, place: string): GF1Person {
  const { surname, givenName, patronymic, organisationName, position } = content;
  return {
    surname,
    givenName,
    ...(patronymic === undefined ? {} : { patronymic }),
    organisation: organisationName,
    position,
    country,
    place,
  };
}
