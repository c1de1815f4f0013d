import type { StepToLay } from '#domain/carry-over.ts';
import type { TemplateText } from '#domain/template-rules.ts';

const step = (
  key: string,
  title: string,
  [minutes, minMinutes]: readonly [number, number],
  kind: StepToLay['kind'],
  guidance: string,
  more: Partial<StepToLay> = {},
): StepToLay => ({ key, title, kind, track: 'DEVELOPMENT', minutes, minMinutes, guidance, recurs: false, ...more });

const CHECK_IN = step(
  'check-in',
  'Check-in og roller',
  [3, 2],
  'ORIENTATION',
  'Hvem leder, hvem skriver, hvem holder tiden?',
  {
    track: 'OPERATIONS',
  },
);
const CHECK_OUT = step('check-out', 'Check-ud', [2, 1], 'EVALUATION', 'Ét ord hver: Hvad går du herfra med?');
const FOLLOW_UP = step(
  'opfoelgning',
  'Opfølgning på prøvehandlinger',
  [10, 5],
  'FOLLOW_UP',
  'To minutter til hver: Hvad prøvede vi, og hvad så vi?',
  { recurs: true },
);

/** The main team's own, as it was saved first and as it is now. */
export const TEAM_TEMPLATE: readonly [TemplateText, TemplateText] = [
  {
    name: 'Mandagsmøde',
    purpose: 'De mandage, hvor vi kun har tre kvarter og stadig vil nå prøvehandlingerne.',
    bring: 'Noter fra sidste prøvehandling',
    roles: ['FACILITATOR', 'NOTE_TAKER'],
    steps: [
      CHECK_IN,
      FOLLOW_UP,
      step(
        'trivsel',
        'Klassernes trivsel',
        [22, 10],
        'DISCUSSION',
        'Én klasse ad gangen. Vi taler om mønstre og nævner ingen elever i noterne.',
        {
          recurs: true,
        },
      ),
      step(
        'naeste-skridt',
        'Næste skridt',
        [8, 5],
        'DECISION',
        'Hvem prøver hvad til næste gang, og hvad kigger vi efter?',
      ),
      CHECK_OUT,
    ],
  },
  {
    name: 'Mandagsmøde',
    purpose: 'De mandage, hvor vi kun har tre kvarter og stadig vil nå prøvehandlingerne.',
    bring: 'Noter fra sidste prøvehandling og ugens kalender',
    roles: ['FACILITATOR', 'NOTE_TAKER'],
    steps: [
      CHECK_IN,
      FOLLOW_UP,
      step(
        'trivsel',
        'Klassernes trivsel',
        [15, 8],
        'DISCUSSION',
        'Én klasse ad gangen. Vi taler om mønstre og nævner ingen elever i noterne.',
        {
          recurs: true,
        },
      ),
      step('ugens-praktiske', 'Ugens praktiske', [7, 3], 'ORIENTATION', 'Kun det, der ikke kan klares på skrift.', {
        track: 'OPERATIONS',
        recurs: true,
      }),
      step(
        'naeste-skridt',
        'Næste skridt',
        [8, 5],
        'DECISION',
        'Hvem prøver hvad til næste gang, og hvad kigger vi efter?',
      ),
      CHECK_OUT,
    ],
  },
];

/** Another team's, which it has handed up to its school. */
export const SHARED_TEMPLATE: TemplateText = {
  name: 'Aftal en kollegial observation',
  purpose: 'Før to af jer skal ind og se hinandens undervisning.',
  bring: 'Skemaet for de næste to uger',
  roles: ['FOCUS_PERSON', 'OBSERVER'],
  steps: [
    CHECK_IN,
    step(
      'oensket-blik',
      'Hvad vil du have set?',
      [10, 5],
      'REFLECTION',
      'Fokuspersonen fortæller. Ét spørgsmål, som kan ses i en lektion.',
    ),
    step(
      'pejlemaerke',
      'Hvilket pejlemærke handler det om?',
      [5, 3],
      'DISCUSSION',
      'Find de tegn, observatøren skal kigge efter.',
    ),
    step(
      'aftale',
      'Lektion, dag og plads i lokalet',
      [10, 5],
      'DECISION',
      'Hvad må observatøren notere, og hvem ser noterne?',
    ),
    step('samtale', 'Hvornår taler vi om den?', [5, 3], 'DECISION', 'Sæt den didaktiske samtale i kalenderen nu.'),
    CHECK_OUT,
  ],
};

export const SCHOOL_TEMPLATE: TemplateText = {
  name: 'Overlevering mellem årgange',
  purpose: 'I maj og juni, når en årgang får nye voksne. Begge team er med.',
  bring: 'Årgangens vigtigste prøvehandlinger, og hvad der kom ud af dem',
  roles: ['FACILITATOR', 'NOTE_TAKER', 'PRESENTER'],
  steps: [
    step(
      'velkomst',
      'Velkomst og ramme',
      [5, 3],
      'ORIENTATION',
      'Vi overleverer læringsmiljøet og ikke enkelte børn. De samtaler tages for sig.',
      {
        track: 'OPERATIONS',
      },
    ),
    step(
      'virker',
      'Det, der virker',
      [20, 10],
      'DISCUSSION',
      'Det afgivende team fortæller. Hvad skal I for alt i verden holde fast i?',
    ),
    step(
      'svaert',
      'Det, vi ikke fik løst',
      [15, 8],
      'DISCUSSION',
      'Hvad har vi prøvet, og hvad gjorde det ved fællesskabet?',
    ),
    step('spoergsmaal', 'Spørgsmål fra det nye team', [10, 5], 'REFLECTION', 'Skriv først, spørg bagefter.'),
    step(
      'aftaler',
      'Første prøvehandling til august',
      [8, 5],
      'DECISION',
      'Hvad begynder vi med, og hvem husker os på det?',
    ),
    CHECK_OUT,
  ],
};

export const MUNICIPAL_TEMPLATE: TemplateText = {
  name: 'PLF på tværs af skole og SFO',
  purpose: 'Når lærere og pædagoger undersøger det samme pejlemærke i skole og fritid.',
  bring: 'En iagttagelse fra jeres del af børnenes dag',
  roles: ['FACILITATOR', 'NOTE_TAKER', 'TIMEKEEPER'],
  steps: [
    { ...CHECK_IN, minutes: 5 },
    step(
      'hele-dagen',
      'Et barns dag',
      [15, 8],
      'REFLECTION',
      'Følg dagen fra morgen til eftermiddag. Hvor skifter voksne, rum og regler?',
    ),
    step(
      'moenstre',
      'Hvad ser vi på tværs?',
      [20, 10],
      'DISCUSSION',
      'Runde først. Hvad ligner hinanden, og hvad gør ikke?',
    ),
    step('pause', 'Pause', [5, 5], 'BREAK', '', { track: 'OPERATIONS' }),
    step(
      'faelles-skridt',
      'En fælles prøvehandling',
      [20, 10],
      'DECISION',
      'Noget, der kan ses både i timen og om eftermiddagen.',
    ),
    step('opsamling', 'Hvad fortæller vi de andre?', [8, 4], 'DECISION', 'Én sætning til skolen og én til SFO’en.'),
    CHECK_OUT,
  ],
};
