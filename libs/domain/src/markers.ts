/** A guiding marker as it is shipped. */
export interface ShippedMarker {
  title: string;
  /** For table heads. */
  shortTitle: string;
  description: string;
  signs: readonly string[];
}

/** Stands wherever the example set is shown. */
export const EXAMPLE_LABEL = 'Eksempel – ikke kommunens egne pejlemærker. Ret dem til jeres egne.';

/** An example set of our own, so that nobody begins with an empty page; always labelled as an example. */
export const EXAMPLE_MARKERS: readonly ShippedMarker[] = [
  {
    title: 'Trygge relationer og stærke fællesskaber',
    shortTitle: 'Trygge relationer',
    description: 'Alle elever har voksne og kammerater, de er trygge ved, og en plads i klassens fællesskab.',
    signs: [
      'Elever inviterer hinanden ind.',
      'Voksne genopretter relationen efter en konflikt.',
      'Ingen er alene i pauser mod deres vilje.',
    ],
  },
  {
    title: 'Tydelige rammer og genkendelig struktur',
    shortTitle: 'Tydelige rammer',
    description: 'Eleverne ved, hvad der skal ske, hvordan og hvorfor, på tværs af fag og voksne.',
    signs: [
      'Samme lektionsstart hos alle voksne.',
      'Skift sker roligt.',
      'Eleverne kan selv sige, hvad næste trin er.',
    ],
  },
  {
    title: 'Deltagelse og læring for alle',
    shortTitle: 'Deltagelse for alle',
    description:
      'Undervisningen er tilrettelagt, så alle kan deltage fagligt, og støtte gives så tæt på fællesskabet som muligt.',
    signs: ['Flere veje ind i opgaven.', 'Alle siger noget fagligt i lektionen.', 'Færre går ud af undervisningen.'],
  },
  {
    title: 'Elevernes stemme og medansvar',
    shortTitle: 'Elevernes stemme',
    description: 'Elevernes perspektiver bruges til at ændre læringsmiljøet.',
    signs: ['Elever spørges, før vi ændrer.', 'Elever kan pege på noget, der blev ændret.'],
  },
  {
    title: 'Fælles professionelt ansvar',
    shortTitle: 'Fælles ansvar',
    description: 'Teamet undersøger egen praksis sammen og inddrager forældre og ressourcepersoner i tide.',
    signs: ['Vi har set hinandens undervisning.', 'Handlinger følges op.', 'Forældre får besked om det, der virker.'],
  },
];

/** The shapes of the eight slots, in order. */
export const MARKER_SHAPES = [
  'circle',
  'triangle',
  'square',
  'diamond',
  'house',
  'hourglass',
  'cross',
  'ring',
] as const;
