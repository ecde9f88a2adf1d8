/** R-F2: the certificate of a certification authority on paper, with its annex sheet. */
import {
  annexFormat,
  annexSheet,
  type CertificatePaperData,
  field,
  fingerprint,
  issuerSignature,
  keyBlocks,
  term,
  twoLines,
} from './certificate-paper.ts';
import type { FormBlock, FormContent, PaperFacts } from './content.ts';
import { emptyFormFacts, headingR, inGroups } from './paper.ts';

/** Without data, the empty form. */
export function formRF2(
  data?: CertificatePaperData,
  facts: PaperFacts = emptyFormFacts('R-F2'),
): FormContent {
  const date = data === undefined ? {} : { date: data.date };
  const number = data === undefined ? {} : { number: data.number };
  return {
    form: 'R-F2',
    title: 'Тіркеу Куәлігі',
    ...(data === undefined ? {} : { spacing: 'dense' }),
    facts,
    blocks: [
      headingR(2, 'Нысан'),
      { type: 'numbered-title', before: 'Тіркеу Куәлігі №', ...number },
      field('Болжам:', data?.version),
      field('Тіркеу куәлігінің сериялық нөмірі:', data && inGroups(data.serialNumberHex), twoLines(data)),
      field('ЭЦҚ алгоритмінің идентификаторы:', data?.signatureAlgorithm),
      field('Тіркеу куәлігін шығарушының аты:', data?.issuerName),
      field(
        'Тіркеу куәлігін шығарушының криптографиялық қайта жасаудың алгоритмі:',
        data?.issuerKeyAlgorithm,
        twoLines(data),
      ),
      { type: 'section', text: 'Тіркеу куәлігінің қолданыстағы мерзімі:' },
      term(data),
      field('Тіркеу куәлігі иесінің аты:', data?.subjectName),
      ...keyBlocks(field('Кілттің мағынасы:', data?.keyPurpose), data, 'МЕМСТ 34.310-2004'),
      annexFormat('қалпында: қосымшаны қараңыз', data),
      issuerSignature(data),
      { type: 'date', lead: '', word: 'ж.', ...date },
      { type: 'seal', text: 'М.О.' },
      ...fingerprint(data),
      ...annexSheet('форматында', data),
      { type: 'date', lead: 'М.О.', word: 'ж.', ...date } satisfies FormBlock,
    ],
  };
}
