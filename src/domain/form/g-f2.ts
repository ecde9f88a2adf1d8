/** G-F2: the certificate of a state body's person on paper, with its annex sheet: of one certificate both faces, paper and file (G-2.3, G-6). */
import {
  annexFormat,
  annexSheet,
  type CertificatePaperData,
  field,
  fingerprint,
  issuerSignature,
  keyBlocks,
  term,
} from './certificate-paper.ts';
import type { FormBlock, FormContent, PaperFacts } from './content.ts';
import { emptyFormFacts, headingG, inGroups } from './paper.ts';

/** Without data, the empty form. */
export function formGF2(
  data?: CertificatePaperData,
  facts: PaperFacts = emptyFormFacts('G-F2'),
): FormContent {
  const date: FormBlock = {
    type: 'date',
    lead: '',
    word: 'ж.',
    yearLast: true,
    ...(data === undefined ? {} : { date: data.date }),
  };
  return {
    form: 'G-F2',
    title: 'Тіркеу куәлігі',
    ...(data === undefined ? {} : { spacing: 'dense' }),
    facts,
    blocks: [
      headingG(2),
      {
        type: 'numbered-title',
        before: '№',
        after: 'Тіркеу куәлігі',
        ...(data === undefined ? {} : { number: data.number }),
      },
      field('Болжам:', data?.version),
      field('Тіркеу куәлігінің сериялық нөмірі:', data && inGroups(data.serialNumberHex)),
      field('ЭЦҚ алгоритмінің идентификаторы:', data?.signatureAlgorithm),
      field('Тіркеу куәлігін шығарушының аты:', data?.issuerName),
      field('Тіркеу куәлігін шығарушының криптографиялық өрнектеудің алгоритмі:', data?.issuerKeyAlgorithm),
      { type: 'section', text: 'Тіркеу куәлігінің қолдану мерзімі:' },
      term(data),
      field('Тіркеу куәлігі иесінің аты:', data?.subjectName),
      ...keyBlocks('Кілтті тағайындау:', data),
      annexFormat('нысанында: қосымшаны қараңыз', data),
      issuerSignature(data),
      date,
      ...fingerprint(data),
      ...annexSheet('нысанында:', data),
      date,
    ],
  };
}
