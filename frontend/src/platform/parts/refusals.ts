import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';

/** Why the server said no; the same codes as backend/src/platform/errors.ts. */
export interface RefusalDetails {
  code: string;
  fields: { field: string; problem: string }[];
  possible: string[];
  current: Record<string, unknown>;
}

export function refusalOf(error: unknown): RefusalDetails | null {
  const { errors } = (error ?? {}) as { errors?: { extensions?: Record<string, unknown> }[] };
  if (!Array.isArray(errors)) return null;
  const extensions = errors[0]?.extensions ?? {};
  if (typeof extensions['code'] !== 'string') return null;
  return {
    code: extensions['code'],
    fields: listOr(extensions['fields'], []),
    possible: listOr(extensions['possible'], []),
    current: (extensions['current'] as Record<string, unknown> | undefined) ?? {},
  };
}

/** A page that was left open may be told something of another shape by a newer server. */
const listOr = <One>(value: unknown, none: One[]): One[] => (Array.isArray(value) ? (value as One[]) : none);

export const refusalCode = (error: unknown): string | null => refusalOf(error)?.code ?? null;

/** What happened, what is safe, what to do. */
const WORDS: Record<string, MessageDescriptor> = defineMessages({
  SIGNED_OUT: {
    id: 'platform.refusal.signedOut',
    defaultMessage: 'Du er logget ud. Log ind igen; det, du har skrevet her, står endnu.',
  },
  ANOTHER_PERSON: {
    id: 'platform.refusal.another',
    defaultMessage:
      'En anden er logget ind i browseren nu, og det blev ikke gemt. Log ind igen, før du går videre her.',
  },
  SIGN_IN_REFUSED: {
    id: 'platform.refusal.signIn',
    defaultMessage: 'Brugernavn eller adgangskode passer ikke. Prøv igen, eller spørg skolens administrator.',
  },
  TOO_MANY_ATTEMPTS: {
    id: 'platform.refusal.tooMany',
    defaultMessage: 'Der har været for mange forsøg. Vent et kvarter, og prøv så igen.',
  },
  CODE_REFUSED: {
    id: 'platform.refusal.code',
    defaultMessage: 'Koden passer ikke. Se efter igen, og skriv den, der står der nu.',
  },
  NOT_FOUND: {
    id: 'platform.refusal.notFound',
    defaultMessage:
      'Det findes ikke, eller du har ikke adgang til det. Spørg teamet, hvis du mener, at du burde have det.',
  },
  NOT_ALLOWED: {
    id: 'platform.refusal.notAllowed',
    defaultMessage: 'Det kan du ikke gøre her. Intet er ændret. Spørg mødelederen eller teamkoordinatoren.',
  },
  STEP_NOT_POSSIBLE: {
    id: 'platform.refusal.step',
    defaultMessage: 'Det er ikke muligt lige nu, for andre er nået videre. Siden viser, hvor I er.',
  },
  CHANGED_MEANWHILE: {
    id: 'platform.refusal.changed',
    defaultMessage: 'En anden har ændret det imens. Din tekst er her endnu; se begge dele, og vælg.',
  },
  INPUT_REFUSED: { id: 'platform.refusal.input', defaultMessage: 'Der er noget, der skal rettes, før det kan gemmes.' },
  DOCUMENT_UNKNOWN: {
    id: 'platform.refusal.oldPage',
    defaultMessage: 'Siden er ældre end serveren. Kopiér det, du er ved at skrive, og hent siden igen.',
  },
  DATABASE_AWAY: {
    id: 'platform.refusal.away',
    defaultMessage: 'Serveren svarer ikke lige nu. Din tekst er her endnu, og der prøves igen af sig selv.',
  },
  BUSY: {
    id: 'platform.refusal.busy',
    defaultMessage: 'Der er mange, der henter filer lige nu. Prøv igen om et øjeblik.',
  },
  DOCUMENT_FAILED: {
    id: 'platform.refusal.document',
    defaultMessage: 'Filen kunne ikke laves. Teksten selv er gemt, som den var. Prøv igen, eller udskriv siden.',
  },
  FAULT: {
    id: 'platform.refusal.fault',
    defaultMessage: 'Noget gik galt hos os. Det, I har gemt, er gemt. Prøv igen om lidt.',
  },
});

const FIELD_WORDS: Record<string, MessageDescriptor> = defineMessages({
  EMPTY: { id: 'platform.problem.empty', defaultMessage: 'Her mangler en tekst.' },
  TOO_LONG: {
    id: 'platform.problem.tooLong',
    defaultMessage: 'Teksten er for lang. Del den op, eller skriv den kortere.',
  },
  TOO_SHORT: { id: 'platform.problem.tooShort', defaultMessage: 'Det er for kort.' },
  CONTROL_CHARACTER: {
    id: 'platform.problem.control',
    defaultMessage: 'Teksten har usynlige tegn, som ikke kan gemmes. Skriv den ind igen.',
  },
  NOT_A_DAY: { id: 'platform.problem.notADay', defaultMessage: 'Den dato findes ikke. Skriv en anden.' },
  FAR_OFF: {
    id: 'platform.problem.farOff',
    defaultMessage: 'Den dag ligger langt fra i dag. Tjek årstallet.',
  },
  NOT_A_TIME: { id: 'platform.problem.notATime', defaultMessage: 'Det tidspunkt findes ikke. Skriv et andet.' },
  TOO_FEW: { id: 'platform.problem.tooFew', defaultMessage: 'Der er for få. Tilføj en mere.' },
  TOO_MANY: { id: 'platform.problem.tooMany', defaultMessage: 'Der er for mange. Vælg færre.' },
  TOO_MANY_WORDS: {
    id: 'platform.problem.tooManyWords',
    defaultMessage: 'Der er for mange ord. Søg efter højst otte.',
  },
  TOO_BROAD: {
    id: 'platform.problem.tooBroad',
    defaultMessage: 'Det tog for lang tid at finde. Skriv et ord mere, eller skriv det længere.',
  },
  CPR: {
    id: 'platform.problem.cpr',
    defaultMessage: 'Det ligner et CPR-nummer. Slet det; her gemmes ingen personnumre og ingen elevnavne.',
  },
});

/** Said where the fault has no field of its own to stand at: what is wrong with the text, which steps there are, or what happened. */
export function refusalWords(intl: IntlShape, error: unknown): string {
  const refusal = refusalOf(error);
  const steps = (refusal?.possible ?? []).map((event) => stepWords(intl, event)).filter((words) => words !== '');
  if (refusal?.code === 'STEP_NOT_POSSIBLE' && steps.length > 0)
    return intl.formatMessage(
      {
        id: 'platform.refusal.stepPossible',
        defaultMessage: 'Det er ikke muligt lige nu, og intet er ændret. Nu kan I {steps}.',
      },
      { steps: intl.formatList(steps, { type: 'disjunction' }) },
    );
  const [field] = refusal?.code === 'INPUT_REFUSED' ? refusal.fields : [];
  if (field) return problemWords(intl, field.problem);
  return intl.formatMessage(WORDS[refusal?.code ?? 'FAULT'] ?? WORDS['FAULT']!);
}

/** A step of any lifecycle, as it ends the sentence "Nu kan I …"; nothing for what only the clock does. */
const stepWords = (intl: IntlShape, event: string): string =>
  intl.formatMessage(
    {
      id: 'platform.step',
      defaultMessage:
        '{event, select, AGREE {aftale den} BEGIN {begynde på den} TRY {skrive, at I har prøvet den} NOT_BEGUN {tage begyndelsen tilbage} NOT_TRIED {fortsætte den} CLOSE {afslutte} ABANDON {opgive den} REOPEN {tage det op igen} CONVENE {indkalde} START {starte mødet} CANCEL {aflyse mødet} START_BY_MISTAKE {tage starten tilbage} FINISH {slutte mødet} PROPOSE {sende referatet til godkendelse} APPROVE {godkende referatet} WITHDRAW {tage referatet tilbage} ANSWER_OBJECTIONS {svare på indsigelserne} ACTIVATE {gå til punktet} CARRY {lade det gå videre} PARK {parkere det} DROP {slippe det} PUT_BACK {lægge det tilbage} other {}}',
    },
    { event },
  );

/** The words for a fault at a field. */
export function problemWords(intl: IntlShape, problem: string): string {
  return intl.formatMessage(FIELD_WORDS[problem] ?? WORDS['INPUT_REFUSED']!);
}
