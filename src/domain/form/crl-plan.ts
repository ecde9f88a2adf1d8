/** Beyond the order's forms: the lists of a year by the station's settings, to hang on the wall; words on paper are the order's language. */
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { PlannedList } from '#domain/crl/cadence.ts';
import type { FormContent, PaperFacts } from './content.ts';
import type { Sender } from './notices.ts';

export interface CrlPlanData {
  readonly sender: Sender;
  /** Number of the list that is in force at the moment. */
  readonly lastNumber: string;
  readonly cadenceDays: number;
  readonly validityDays: number;
  readonly lists: readonly PlannedList[];
  readonly date: CalendarDate;
}

export function crlPlan(data: CrlPlanData, facts: PaperFacts): FormContent {
  const { sender } = data;
  const lines = [
    'Кері қайтарып алынған тіркеу куәліктерінің тізімдерін (КТКТ)',
    'шығару мен жариялаудың жылдық жоспары',
  ];
  return {
    form: 'crl-plan',
    title: lines.join(' '),
    facts,
    blocks: [
      { type: 'heading', lines: [sender.organisation] },
      { type: 'title', lines },
      { type: 'field', label: 'Соңғы КТКТ нөмірі:', value: data.lastNumber },
      { type: 'field', label: 'Шығару аралығы, күн:', value: String(data.cadenceDays) },
      { type: 'field', label: 'Тізімнің жарамдылық мерзімі, күн:', value: String(data.validityDays) },
      {
        type: 'table',
        columns: [
          { head: '№', share: 1 },
          { head: 'Шығару және жариялау күні', share: 4 },
          { head: 'Алдыңғы тізімнің соңғы күні', share: 4 },
          { head: 'Жаңа тізімнің соңғы күні', share: 4 },
          { head: 'КТКТ нөмірі', share: 4 },
          { head: 'Қолы', share: 3 },
        ],
        rows: data.lists.map(({ dueOn, lastDay, validUntil }, i) => [
          String(i + 1),
          formatCalendarDate(dueOn),
          formatCalendarDate(lastDay),
          formatCalendarDate(validUntil),
          '',
          '',
        ]),
      },
      { type: 'date', lead: 'Күні', word: 'жылғы', date: data.date },
      {
        type: 'signature',
        label: sender.officerPosition,
        captions: ['(қолы)', '(аты, тегі)'],
        name: sender.officerName,
      },
    ],
  };
}
