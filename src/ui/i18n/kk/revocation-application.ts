/** Words of an application to revoke: its days, who hands it in, the file to be signed, and the one for a replacement. */
import { cited } from './cited.ts';
import { formsCited } from '#ui/i18n/citing.svelte.ts';

export const revocationApplication = {
  labels: {
    arrivedOn: 'Құжат түскен күн',
    writtenOn: 'Өтініште көрсетілген күн',
    representativeName: 'Уәкілдің тегі, аты, әкесінің аты',
    representativeIin: 'Уәкілдің ЖСН-і',
    powerNumber: 'Сенімхаттың нөмірі',
    powerDate: 'Сенімхаттың күні',
    powerUntil: 'Сенімхат мерзімінің соңғы күні',
    powerIssuer: 'Сенімхатты кім берді',
  },
  headOfEntity: 'Жетекшінің аты, тегі',
  arrivedHint: 'күн.ай.жыл; шешу мерзімі келесі күннен бастап есептеледі',
  appliedByLegend: 'Өтінішті кім береді',
  appliedBy: { owner: 'Куәлік иесі', representative: 'Уәкілі, сенімхат бойынша' },
  representative: 'Уәкіл',
  power: (number: string, date: string, until: string, issuer: string) =>
    `сенімхат № ${number}, ${date}; мерзімінің соңғы күні: ${until}; берген: ${issuer}`,
  arrived: 'Түскен күні',
  written: 'Құжаттағы күн',
  enteredLate: (days: number) => `түскен күннен кейін ${days} күн өткен соң тіркелді`,
  readAt: 'Файл оқылып, тексерілген уақыт',
  verifiedAt: 'Тіркеу кезінде қайта тексерілген уақыт',
  overtakenBy: (number: string) => `${number} ісі жапты`,
  replacedBy: 'Орнына берілген куәлік',
  forReplacement: (number: string) =>
    `${number} өтініші бойынша ауыстыру үшін расталды; жаңа куәлікпен бірге шешіледі`,
  replacement: {
    title: 'Ескі куәлікті кері қайтаруға өтініш',
    text: (number: number) =>
      `Ауыстыруға екі өтініш керек: № ${number} куәлікті кері қайтаруға және жаңасын беруге. Жаңа куәлік шығарылған сәтте ескісі өз өтінішінің негізі бойынша кері қайтарылады; бұл әрекеттің күшін жою мүмкін емес.`,
    missing: 'Ескі куәлікті кері қайтаруға өтініш әлі тіркелмеген.',
    register: 'Кері қайтаруға өтінішті тіркеу',
    found: (number: string) => `Өтініш тіркелді, іс: ${number}`,
    carrier: 'Тасымалдағыш',
    confirm: (officer: string) =>
      `Кері қайтаруға өтініштің деректері дұрыс толтырылған, салыстырылды: ${officer}`,
    act: 'Ауыстыру үшін растау',
    confirmed: 'Кері қайтаруға өтініш осы ауыстыру үшін расталды.',
  },
  file: {
    title: 'Қол қойылатын өтініш',
    get lead() {
      return `Электрондық өтініш беретін адамға файл дайындау: оған өтініш берушінің өзі қол қояды${cited('10-тармақ', 'N-10')}.`;
    },
    open: 'Электрондық өтініш файлын дайындау',
    formLegend: 'Өтініш нысаны',
    forms: {
      get 'N-F4'() {
        return `жеке тұлғадан${formsCited('N-F4')}`;
      },
      get 'N-F5'() {
        return `заңды тұлғадан${formsCited('N-F5')}`;
      },
    },
    make: 'Файлды дайындау',
    textTitle: 'Файлдың мәтіні',
    save: 'Файлды сақтау (.txt)',
    saved: 'Файл сақталды.',
    howTitle: 'Қалай қол қойылады',
    how: 'Мәтінді өзгертпей, өз кілтімен және куәлігімен CMS (SignedData) түрінде, мәтінін ішіне қосып қол қойыңыз. OpenSSL бағдарламасымен:',
    then: 'Шыққан .p7m файлын осы станцияға әкеліп, «Жаңа кері қайтару» бетінде қабылдаңыз. Тіркелетіні – дәл осы мәтін.',
  },
};
