/** One question to everything that the office has. */
export const search = {
  title: 'Іздеу',
  lead: 'Өтініштерден, хаттардан, куәліктерден, кері қайтару істерінен, тасығыштардан бірден іздейді. Атауды қазақша, орысша немесе латын әрпімен теруге болады.',
  label: 'Аты, ЖСН, БСН, нөмір, электрондық пошта',
  found: (count: string) => `Табылғаны: ${count}`,
  nothingTitle: 'Ештеңе табылмады',
  nothingText: 'Сөздің кемінде үш әрпін, нөмірдің басын немесе ЖСН, БСН-нің 12 цифрын теріңіз.',
  kinds: {
    applications: 'Өтініштер',
    letters: 'Тіркеу куәлігін беру туралы хаттар',
    certificates: 'Тіркеу куәліктері',
    revocations: 'Кері қайтару істері',
    revocationLetters: 'Кері қайтару туралы хаттар',
    carriers: 'Кілт тасығыштар',
  },
  further: (count: string) => `Көрсетілмегені: ${count}.`,
  all: 'Бәрін көрсету',
};
