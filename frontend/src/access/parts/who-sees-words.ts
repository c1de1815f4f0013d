import type { IntlShape } from 'react-intl';

interface Ability {
  row: string | null;
  viewers: readonly { viewer: string; cell: string }[];
}

/** What stands about one row: a sentence for each way of having it. */
export interface RowAnswer {
  row: string;
  ways: { cell: string; who: string; how: string }[];
}

/** The abilities by what they are about: the same thing may be read by one in the team and by another above it. */
export function rowAnswers(intl: IntlShape, abilities: readonly Ability[]): RowAnswer[] {
  const rows = new Map<string, Map<string, Set<string>>>();
  for (const { row, viewers } of abilities) {
    if (row === null) continue;
    const cells = rows.get(row) ?? new Map<string, Set<string>>();
    rows.set(row, cells);
    for (const { viewer, cell } of viewers) cells.set(viewer, (cells.get(viewer) ?? new Set()).add(cell));
  }
  return [...rows].map(([row, cells]) => ({ row: rowWords(intl, row), ways: waysOf(intl, row, cells) }));
}

function waysOf(intl: IntlShape, row: string, cells: ReadonlyMap<string, ReadonlySet<string>>): RowAnswer['ways'] {
  const byCell = new Map<string, string[]>();
  for (const [viewer, has] of cells) {
    if (viewer === 'author') continue;
    for (const cell of has.has('yes') ? ['yes'] : has) byCell.set(cell, [...(byCell.get(cell) ?? []), viewer]);
  }
  // What nobody above or beside may have is still somebody's own.
  if (byCell.size === 0 && cells.has('author'))
    return [{ cell: 'own', who: authorAlone(intl, row), how: cellWords(intl, 'yes') }];
  return [...byCell].map(([cell, viewers]) => ({
    cell,
    who: intl.formatList(
      viewers.map((viewer, place) => (place === 0 ? viewerWords(intl, viewer) : within(viewerWords(intl, viewer)))),
    ),
    how: cellWords(intl, cell),
  }));
}

/** What Pejling itself writes to a person, and what is theirs without having been written. */
const NOT_WRITTEN = new Set(['notifications and digest', 'calendar feed and its token']);

const authorAlone = (intl: IntlShape, row: string): string =>
  NOT_WRITTEN.has(row)
    ? intl.formatMessage({ id: 'access.personAlone', defaultMessage: 'Kun personen selv' })
    : intl.formatMessage({ id: 'access.authorAlone', defaultMessage: 'Kun den, der har skrevet det,' });

/** A viewer's name inside a sentence. */
const within = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** A viewer of the table in words a team uses. */
export const viewerWords = (intl: IntlShape, viewer: string): string =>
  intl.formatMessage(
    {
      id: 'access.viewer',
      defaultMessage:
        '{viewer, select, author {Den, der har skrevet det} team_member {Teamet} team_coach {Teamets ressourceperson} meeting_guest {En gæst på mødet} other_team_same_school {Kolleger på skolen} school_leader {Skolens ledelse} cluster_leader {Ledere i samarbejdet} other_school_staff {Ansatte på andre skoler} reader {Læsere} consultant {Kommunens konsulenter} administrator {Administratoren} dpo {Databeskyttelsesrådgiveren} other {Andre}}',
    },
    { viewer },
  );

/** How somebody has it, in words. */
export const cellWords = (intl: IntlShape, cell: string): string =>
  intl.formatMessage(
    {
      id: 'access.cell',
      defaultMessage:
        '{cell, select, yes {ser det} own {ser kun sit eget} attending {ser det, så længe de deltager i mødet} leads {kan gøre det, når de leder mødet} week {ser det pr. uge og uden personer} tables {ser kun offentliggjorte, afrundede tal} basic {ser kun navn, skole og team} copy {ser en kopi uden fremmøde, klokkeslæt og ansvarlige, når teamet deler den, eller den deles efter skolens aftale} count {ser kun hvor mange} distribution {ser, hvordan svarene fordeler sig} if_the_team_chose_names {ser det, hvis teamet har valgt navne} covered {ser, hvad der er delt med dem} own_teams {ser det for egne team} own_school {ser det for egen skole} other {ser en del af det}}',
    },
    { cell: cell.replaceAll(' ', '_') },
  );

/** What a row of the table is about, in words. */
export const rowWords = (intl: IntlShape, row: string): string =>
  intl.formatMessage(
    {
      id: 'access.row',
      defaultMessage:
        '{row, select, municipality {Kommunens navn} cluster {Samarbejder og skoler} team {Teamets navn} membership {Hvem der er i teamet} person {Navn, initialer og faggruppe} role {Roller} marker {Pejlemærker} template {Pejlings og kommunens skabeloner} templateSchool {Skolens skabeloner} templateTeam {Teamets egne skabeloner} draft {Mødets kladde} convened {Mødets tid, sted, formål og dagsorden} rhythm {Hvilke uger teamet har mødtes i} attendance {Hvem der kommer, og hvem der deltog} roles {Roller i mødet} presence {Hvem der er i rummet} notes {Noter} material {Filer og links} noteHistory {Hvad noterne sagde før} prepared {Det, I har forberedt og foreslået} silentBefore {Det, du skriver i tavs refleksion, før det vises} silentReady {Hvor mange der er klar} silentAfter {Indlæg fra tavs refleksion, når de er vist} silentAuthor {Hvem der har skrevet et indlæg} pulse {Svarene ved check-ud} decisions {Beslutninger} minutesOpen {Referatet, før det er godkendt} minutesApproved {Det godkendte referat} taps {Indsigelser og hvor mange der har godkendt} amendments {Tilføjelser til referatet} share {Hvad teamet har delt, og hvornår} agreement {Skolens aftale om at dele referater} action {Handlinger: titel, pejlemærke, tilstand, udfald og tegn} why {Hvorfor vi prøver det} responsible {Hvem der gør det, og hvornår} reflections {Hvad vi prøvede, så og lærte} help {At teamet beder om hjælp} school {Skolens overblik} tables {Kommunens tabeller} audit {Hvem der har slået noget op} notices {De mails, Pejling skriver til dig} calendar {Din kalenders hemmelige adresse} series {Møderækker og årshjul} settings {Kommunens indstillinger, også ferier og lukkedage} other {Andet}}',
    },
    { row: ROW_KEYS[row] ?? 'other' },
  );

const ROW_KEYS: Record<string, string> = {
  'municipality name and logo': 'municipality',
  'cluster and school (name kind number)': 'cluster',
  'team (name kind school year)': 'team',
  'team membership': 'membership',
  'person basic': 'person',
  'role assignments': 'role',
  'marker set published': 'marker',
  'agenda template system or municipality': 'template',
  'agenda template school': 'templateSchool',
  'agenda template team': 'templateTeam',
  'meeting series and year wheel of a team': 'series',
  'meeting draft and its agenda': 'draft',
  'meeting convened (time place purpose agenda)': 'convened',
  'meeting rhythm (held in week n)': 'rhythm',
  'attendance and replies': 'attendance',
  'meeting roles': 'roles',
  'presence hand typing in the room': 'presence',
  'item notes and meeting notes': 'notes',
  'material of a meeting (files and links)': 'material',
  'note history': 'noteHistory',
  'preparation note and proposed items': 'prepared',
  'silent post before the reveal': 'silentBefore',
  'who is ready before the reveal': 'silentReady',
  'silent post after the reveal (text)': 'silentAfter',
  'silent post author after the reveal': 'silentAuthor',
  'pulse at check-out': 'pulse',
  'municipality settings and retention periods': 'settings',
  decisions: 'decisions',
  'minutes open or proposed': 'minutesOpen',
  'minutes approved': 'minutesApproved',
  'objections and taps at approval': 'taps',
  amendments: 'amendments',
  'share grant (what level when)': 'share',
  'agreement on sharing minutes with the leader': 'agreement',
  'action (title kind marker state outcome signs week)': 'action',
  'action why and description': 'why',
  'action responsible people and exact due date': 'responsible',
  'action reflections (what we tried saw learned)': 'reflections',
  'request for help or sparring': 'help',
  'school overview': 'school',
  'municipality tables': 'tables',
  'audit lines': 'audit',
  'notifications and digest': 'notices',
  'calendar feed and its token': 'calendar',
};
