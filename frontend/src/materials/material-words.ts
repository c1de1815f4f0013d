import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import { FILE_SORTS, hostOf, type FileSort } from '#domain/material.ts';
import { problemWords, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import type { MaterialData } from './parts/materials.documents.ts';

/** What happened, what is safe, what to do. */
const PROBLEMS: Record<string, MessageDescriptor> = defineMessages({
  FILE_EMPTY: { id: 'materials.problem.empty', defaultMessage: 'Filen er tom. Vælg en anden.' },
  FILE_TOO_LARGE: {
    id: 'materials.problem.tooLarge',
    defaultMessage: 'Filen er større end 25 MB. Gør den mindre, eller læg den et andet sted, og tilføj et link.',
  },
  FILE_SORT: {
    id: 'materials.problem.sort',
    defaultMessage:
      'Den slags fil kan ikke lægges ved. Brug billeder (JPEG, PNG, WebP, GIF), PDF, Office-filer, tekst eller CSV.',
  },
  FILE_HEIC: {
    id: 'materials.problem.heic',
    defaultMessage: 'Billedet er i telefonens eget format (HEIC). Gem det som JPEG, og prøv igen.',
  },
  FILE_MACROS: {
    id: 'materials.problem.macros',
    defaultMessage: 'Filen har et program i sig (en makro). Gem den uden, og prøv igen.',
  },
  FILE_NAME_DISAGREES: {
    id: 'materials.problem.nameDisagrees',
    defaultMessage: 'Filens navn siger ét, og dens indhold et andet. Gem den igen fra det program, den er lavet i.',
  },
  FILE_BROKEN: {
    id: 'materials.problem.broken',
    defaultMessage:
      'Filen kan ikke læses; den er måske ikke hentet færdig. Åbn den hos dig selv, gem den, og prøv igen.',
  },
  FILE_LOCKED: {
    id: 'materials.problem.locked',
    defaultMessage: 'Filen er låst med en adgangskode. Gem den uden, og prøv igen.',
  },
  FILE_TOO_MANY_PIXELS: {
    id: 'materials.problem.pixels',
    defaultMessage: 'Billedet er for stort at åbne. Gør det mindre, og prøv igen.',
  },
  FILE_INFECTED: {
    id: 'materials.problem.infected',
    defaultMessage:
      'Der blev fundet virus i filen, og den er ikke gemt. Spørg jeres it-afdeling, før I åbner den igen.',
  },
  NOT_HTTPS: {
    id: 'materials.problem.notHttps',
    defaultMessage: 'Adressen skal begynde med https:// og føre til en side på nettet.',
  },
});

const REFUSALS: Record<string, MessageDescriptor> = defineMessages({
  MATERIAL_FULL: {
    id: 'materials.refusal.full',
    defaultMessage: 'Mødet har allerede 20 filer og links. Fjern et, før du lægger flere ved.',
  },
  TEAM_FULL: {
    id: 'materials.refusal.teamFull',
    defaultMessage:
      'Der er ikke plads til flere filer i teamet. Fjern nogle fra tidligere møder, eller tilføj et link.',
  },
  SCAN_AWAY: {
    id: 'materials.refusal.scanAway',
    defaultMessage: 'Filen kunne ikke tjekkes for virus lige nu og er ikke gemt. Prøv igen om lidt.',
  },
  STORE_AWAY: {
    id: 'materials.refusal.storeAway',
    defaultMessage:
      'Der kan ikke gemmes eller hentes filer lige nu. Det, der ligger her, er her endnu. Prøv igen om lidt.',
  },
  TOO_OFTEN: {
    id: 'materials.refusal.tooOften',
    defaultMessage: 'Det gik lige stærkt nok. Vent et minut, og prøv igen.',
  },
  STEP_NOT_POSSIBLE: {
    id: 'materials.refusal.closed',
    defaultMessage: 'Mødet er lukket, så der kan ikke lægges mere ved.',
  },
});

/** Why a file or a link was not taken, or a file did not come. */
export function materialFault(intl: IntlShape, error: unknown): string {
  const refusal = refusalOf(error);
  const extensions = (error as { errors?: { extensions?: Record<string, unknown> }[] } | null)?.errors?.[0]?.extensions;
  const problem = extensions?.['problem'];
  if (refusal?.code === 'FILE_REFUSED' && typeof problem === 'string') return problemOfMaterial(intl, problem);
  const words = refusal && REFUSALS[refusal.code];
  if (words) return intl.formatMessage(words);
  if (error instanceof TypeError)
    return intl.formatMessage({
      id: 'materials.refusal.away',
      defaultMessage: 'Forbindelsen røg, og der skete ikke noget med filen. Prøv igen.',
    });
  return refusalWords(intl, error);
}

/** The words for what is wrong with a file, its name, or a link. */
export function problemOfMaterial(intl: IntlShape, problem: string): string {
  const words = PROBLEMS[problem];
  return words ? intl.formatMessage(words) : problemWords(intl, problem);
}

/** "1,2 MB", "340 kB". */
export function sizeWords(intl: IntlShape, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? bytes / 1_048_576 : Math.max(1, bytes / 1024);
  return `${intl.formatNumber(value, { maximumFractionDigits: isLarge ? 1 : 0 })} ${isLarge ? 'MB' : 'kB'}`;
}

const sortOf = (mime: string | null): FileSort | undefined =>
  (Object.keys(FILE_SORTS) as FileSort[]).find((sort) => FILE_SORTS[sort].mime === mime);

/** What a file or link is, in a few words: "PDF, 1,2 MB", "emu.dk". */
export function whatWords(intl: IntlShape, { kind, url, mime, sizeBytes }: MaterialData): string {
  if (kind === 'LINK') return hostOf(url ?? '');
  const sort = intl.formatMessage(
    {
      id: 'materials.sort',
      defaultMessage:
        '{sort, select, jpg {billede} png {billede} webp {billede} gif {billede} pdf {PDF} docx {Word} odt {tekstdokument} xlsx {Excel} ods {regneark} pptx {PowerPoint} odp {præsentation} csv {CSV} other {tekst}}',
    },
    { sort: sortOf(mime) ?? 'txt' },
  );
  return sizeBytes === null ? sort : `${sort}, ${sizeWords(intl, sizeBytes)}`;
}

export const isPicture = ({ mime }: Pick<MaterialData, 'mime'>): boolean => mime?.startsWith('image/') ?? false;

/** What the file picker offers. Not HEIC: a phone that is asked for JPEG makes one. */
export const ACCEPTED = (Object.keys(FILE_SORTS) as FileSort[])
  .flatMap((sort) => [FILE_SORTS[sort].mime, ...FILE_SORTS[sort].endings.map((ending) => `.${ending}`)])
  .join(',');
