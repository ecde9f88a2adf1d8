import type { Role } from '#domain/authority/roles.ts';
import { roleNames } from './roles.ts';

export const refusalsOfficers = {
  OfficerEnded:
    'Бұл қызметкер станциядан шығарылған: оның құпиясөзі мұнда ештеңе ашпайды. Жұмысты басқа қызметкер жалғастырады.',
  NotYourRole: ({ needed, holders }: { needed: readonly Role[]; holders: readonly string[] }) =>
    `Бұл әрекетті «${needed.map((role) => roleNames[role]).join('» немесе «')}» жасайды. Ештеңе жазылған жоқ.${holders.length === 0 ? '' : ` Бұл рөл мына қызметкерлерде: ${holders.join(', ')}.`}`,
  SecondOfficerNeeded: ({ needed }: { needed: readonly Role[] }) =>
    `Қойманың файлын қайта шифрлау үшін екінші қызметкер керек («${needed.map((role) => roleNames[role]).join('» немесе «')}»): ол өз құпиясөзін тереді. Ештеңе жазылған жоқ.`,
  FourEyes: ({ because }: { because: 'entered' | 'examined' | 'unsigned' }) =>
    ({
      entered:
        'Бұл өтінішті өзіңіз енгізгенсіз немесе түзеткенсіз: төрт көз қағидасы бойынша оны басқа қызметкер мақұлдайды.',
      examined: 'Бұл өтінішті өзіңіз тексергенсіз: төрт көз қағидасы бойынша оны басқа қызметкер мақұлдайды.',
      unsigned:
        'Тексеру төрт көз қағидасы енгізілмей тұрып расталған: оны басқа қызметкер қайта растасын, содан кейін мақұлдаңыз.',
    })[because],
  OfficerMissing: 'Мұндай қызметкер жоқ. Бетті жаңартыңыз.',
  OfficerNameMissing: 'Аты-жөні мен лауазымын жазыңыз.',
  OfficerRolesMissing: 'Кемінде бір рөл таңдаңыз.',
  OfficerKnown: ({ name }: { name: string }) =>
    `${name} деген қызметкер станцияда бар: бір адам екі рет қосылмайды. Аттас адам болса, толық аты-жөнін жазыңыз.`,
  LastOfRole: ({ role }: { role: Role }) =>
    `«${roleNames[role]}» рөлі басқа ешкімде жоқ, ал станция онсыз жұмыс істемейді. Алдымен бұл рөлді басқа қызметкерге беріңіз.`,
  FourEyesTooFew:
    'Төрт көз қағидасына екі адам керек: бірі тіркеуші, екіншісі орталық қызметкері. Алдымен қызметкер қосыңыз немесе рөлдерді өзгертіңіз.',
};
