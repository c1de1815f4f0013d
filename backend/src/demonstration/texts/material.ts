/** What lies beside a conversation about a marker: a page that others have written, and something the team made itself. */
export interface MaterialText {
  link: { title: string; url: string };
  file: { name: string; mime: 'text/csv' | 'text/plain'; lines: readonly string[] };
}

/** By the marker's position. No pupil stands in any of them. */
export const MATERIAL: Record<1 | 2 | 3 | 4 | 5, MaterialText> = {
  1: {
    link: { title: 'Dansk Center for Undervisningsmiljø om fællesskaber', url: 'https://dcum.dk/' },
    file: {
      name: 'Pauserne i uge.csv',
      mime: 'text/csv',
      lines: [
        'Dag;Sted;Grupper i leg;Alene ved hegnet',
        'Mandag;Boldbanen;4;0',
        'Mandag;Skolegården;6;3',
        'Tirsdag;Boldbanen;5;1',
        'Tirsdag;Skolegården;5;2',
        'Torsdag;Biblioteket;2;0',
        'Torsdag;Skolegården;7;1',
      ],
    },
  },
  2: {
    link: { title: 'EMU: klasseledelse og rammer i timen', url: 'https://emu.dk/grundskole' },
    file: {
      name: 'Skiftet efter frikvarter, klasseobservationer.csv',
      mime: 'text/csv',
      lines: [
        'Dag;Klasse;Lektion;Minutter til vi er i gang;Opgaven lå på bordet',
        'Mandag;5.a;3;9;nej',
        'Mandag;5.b;3;4;ja',
        'Tirsdag;5.a;5;11;nej',
        'Onsdag;5.b;3;5;ja',
        'Onsdag;5.c;3;8;nej',
        'Torsdag;5.c;5;4;ja',
      ],
    },
  },
  3: {
    link: { title: 'EVA om deltagelse i undervisningen', url: 'https://www.eva.dk/grundskole' },
    file: {
      name: 'Tre gruppeopgaver, vi vil sammenligne.txt',
      mime: 'text/plain',
      lines: [
        'Tre gruppeopgaver, vi vil sammenligne',
        '',
        '1. Planchen om vandets kredsløb. Fire i hver gruppe, én pen. To skrev, to så på.',
        '2. Quizzen om brøker. Alle skulle lave ét spørgsmål. Alle havde noget med.',
        '3. Oplæsningen. Rollerne var delt ud på forhånd, også den, der holdt tiden.',
        '',
        'Spørgsmål til mødet: Hvad gjorde forskellen på den anden og den første?',
      ],
    },
  },
  4: {
    link: { title: 'Danske Skoleelever om at blive hørt', url: 'https://skoleelever.dk/' },
    file: {
      name: 'Fredagssedler talt sammen.csv',
      mime: 'text/csv',
      lines: [
        'Spørgsmål;Ja;Nogle gange;Nej',
        'Jeg har sagt min mening i denne uge;31;24;12',
        'Der skete noget, efter at vi sagde det;14;29;24',
        'Jeg vidste, hvad timen gik ud på;40;19;8',
      ],
    },
  },
  5: {
    link: { title: 'EMU: professionelle læringsfællesskaber', url: 'https://emu.dk/grundskole' },
    file: {
      name: 'Når vi besøger hinanden.txt',
      mime: 'text/plain',
      lines: [
        'Når vi besøger hinanden',
        '',
        'Før: Den, der får besøg, siger, hvad der skal ses efter. Kun én ting.',
        'Under: Gæsten skriver ned, hvad der sker, ikke hvad det betyder.',
        'Bagefter: Ti minutter samme dag. Den, der havde timen, begynder.',
        '',
        'Vi bedømmer ikke hinanden, og intet går videre uden for teamet.',
      ],
    },
  },
};
