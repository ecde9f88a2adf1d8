/** R-F3: application of a certification authority to revoke its certificate. */
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { fullName, type PersonName } from '#domain/party/person-name.ts';
import { filled, type FormContent, type PaperFacts } from './content.ts';
import { emptyFormFacts, headingR, inGroups } from './paper.ts';
import { type AuthorityIdentification, authorityIdentification, headSignature, validity } from './r-f1.ts';

export interface RF3Data extends AuthorityIdentification, PersonName {
  readonly birthDate: CalendarDate;
  /** Name, address and telephone of the legal entity. */
  readonly legalEntity: string;
  readonly reason: string;
  /** Hex digits of the certificate's serial number. */
  readonly serialNumberHex: string;
  readonly headName: string;
  readonly date: CalendarDate;
}

/** Without data, the empty form. */
export function formRF3(data?: RF3Data, facts: PaperFacts = emptyFormFacts('R-F3')): FormContent {
  return {
    form: 'R-F3',
    title: 'Куәландырушы орталықтың тіркеу куәлігін кері қайтарып алуға (жоюға) өтініш',
    ...(data === undefined ? { spacing: 'wide' } : {}),
    facts,
    blocks: [
      headingR(3, 'Нысан'),
      {
        type: 'title',
        lines: ['Тіркеу куәлігін (жеке тұлғалардан) кері қайтарып алуға', '(жоюға) өтініш'],
      },
      { type: 'line', text: 'Осы хатпен мен,' },
      {
        type: 'captioned',
        caption: '(Тегі, аты, әкесінің аты, туған күні)',
        ...filled(data && `${fullName(data)}, ${formatCalendarDate(data.birthDate)}`),
      },
      {
        type: 'captioned',
        caption: '(заңды тұлғаның атауы, мекенжайы, телефоны)',
        ...filled(data?.legalEntity),
      },
      { type: 'field', label: '', ...filled(data?.reason) },
      {
        type: 'paragraph',
        text: 'байланысты бұрын берілген КО тіркеу куәлігін қайтарып алуды өтінемін,',
      },
      {
        type: 'field',
        label: 'тіркеу куәлігінің сериялық нөмірі:',
        lines: 2,
        ...filled(data && inGroups(data.serialNumberHex)),
      },
      ...authorityIdentification(data),
      validity(data),
      { type: 'date', lead: 'Күні', word: 'жыл', ...(data === undefined ? {} : { date: data.date }) },
      headSignature(data?.headName),
      { type: 'seal', text: 'МО' },
    ],
  };
}
