/** Every form of the order, empty, for filling in by hand: by its name, with the clause that asks for it. */
import { type FormId, formIds } from '#domain/authority/form-id.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { FormContent } from './content.ts';
import { emptyFormFacts } from './paper.ts';
import { formOfTemplate } from './form-of-template.ts';
import { formGF1, formGF1a } from './g-f1.ts';
import { formGF2 } from './g-f2.ts';
import { formGF3, formGF5 } from './g-f3.ts';
import { formGF4, formGF4a } from './g-f4.ts';
import { formNF1, formNF2 } from './n-f1.ts';
import { formNF3 } from './n-f3.ts';
import { formNF4, formNF5 } from './n-f4.ts';
import { formRF1 } from './r-f1.ts';
import { formRF2 } from './r-f2.ts';
import { formRF3 } from './r-f3.ts';

export interface EmptyForm {
  /** Id of the clause that asks for it. */
  readonly clause: string;
  readonly content: () => FormContent;
}

export const emptyForms: Readonly<Record<FormId, EmptyForm>> = {
  'R-F1': { clause: 'R-5', content: () => formRF1() },
  'R-F2': { clause: 'R-8', content: () => formRF2() },
  'R-F3': { clause: 'R-11.1', content: () => formRF3() },
  'G-F1': { clause: 'G-3', content: () => formGF1() },
  'G-F1a': { clause: 'G-3', content: () => formGF1a() },
  'G-F2': { clause: 'G-6', content: () => formGF2() },
  'G-F3': { clause: 'G-9', content: () => formGF3() },
  'G-F4': { clause: 'G-12.1', content: () => formGF4() },
  'G-F4a': { clause: 'G-12.1', content: () => formGF4a() },
  'G-F5': { clause: 'G-14', content: () => formGF5() },
  'N-F1': { clause: 'N-3.1', content: () => formNF1() },
  'N-F2': { clause: 'N-3.2', content: () => formNF2() },
  'N-F3': { clause: 'N-7', content: () => formNF3() },
  'N-F4': { clause: 'N-8.1', content: () => formNF4() },
  'N-F5': { clause: 'N-8.1', content: () => formNF5() },
};

interface NamedForm extends EmptyForm {
  readonly form: FormId;
  readonly id: string;
  readonly title?: string;
}

/** The forms of an authority by its rules, in their order; `form` is what they are made from, `id` what the act calls them. */
export function emptyFormsOf({
  kind,
  papers,
}: Pick<AuthorityRules, 'kind' | 'papers'>): readonly NamedForm[] {
  return formIds
    .filter((form) => form.startsWith(kind))
    .flatMap((form): readonly NamedForm[] => {
      if (papers === undefined) return [{ form, id: form, ...emptyForms[form] }];
      const template = papers[form];
      if (template === undefined) return [];
      const { id, clause, title } = template;
      return [
        { form, id, clause, title, content: () => formOfTemplate(template, undefined, emptyFormFacts(id)) },
      ];
    });
}
