/** The counts of an exchange on paper: each of two stations prints its own, and the two sheets are held side by side. */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { FormContent, PaperFacts } from './content.ts';

export interface ExchangeCounts {
  readonly collected: number;
  readonly packed: number;
  readonly acknowledged: number;
  readonly onItsWay: number;
  readonly arrived: number;
  readonly declined: number;
}

export interface ExchangeCountsData {
  readonly organisation: string;
  /** SHA-256 of each station's certificate. */
  readonly own: string;
  readonly peer: string;
  readonly pairing: string;
  readonly tally: ExchangeCounts;
  /** As `kazakhMoment` writes it. */
  readonly at: string;
  readonly date: CalendarDate;
  readonly officerName: string;
  readonly officerPosition: string;
}

export function exchangeCounts(data: ExchangeCountsData, facts: PaperFacts): FormContent {
  const { collected, packed, acknowledged, onItsWay, arrived, declined } = data.tally;
  const count = (label: string, value: number) => ({ type: 'field' as const, label, value: String(value) });
  return {
    form: 'exchange-counts',
    title: 'Станциялар арасындағы алмасу санағы',
    facts,
    blocks: [
      { type: 'heading', lines: [data.organisation] },
      { type: 'title', lines: ['Станциялар арасындағы алмасудың', 'санағы'] },
      { type: 'field', label: 'Уақыты:', value: data.at },
      { type: 'hex', label: 'Осы станция сертификатының SHA-256 хэш-мәні:', hex: data.own },
      { type: 'hex', label: 'Басқа станция сертификатының SHA-256 хэш-мәні:', hex: data.peer },
      { type: 'hex', label: 'Жұптың белгісі:', hex: data.pairing },
      { type: 'section', text: 'Жіберілетіні' },
      count('Жиналғаны:', collected),
      count('Пакетке салынғаны:', packed),
      count('Басқа станция растағаны:', acknowledged),
      count('Растауды күтетіні:', onItsWay),
      { type: 'section', text: 'Келгені' },
      count('Қабылданғаны:', arrived),
      count('Соның ішінде тіркелмегені:', declined),
      { type: 'date', lead: 'Күні', word: 'жылғы', date: data.date },
      {
        type: 'signature',
        label: data.officerPosition,
        captions: ['(қолы)', '(аты, тегі)'],
        name: data.officerName,
      },
    ],
  };
}
