import type { IntlShape } from 'react-intl';

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
        '{cell, select, yes {ser det} own {ser kun sit eget} attending {ser det, så længe de deltager i mødet} leads {kan gøre det, når de leder mødet} week {ser det pr. uge og uden personer} tables {ser kun offentliggjorte, afrundede tal} basic {ser kun navnet} own_teams {ser det for egne team} own_school {ser det for egen skole} other {ser en del af det}}',
    },
    { cell: cell.replace(' ', '_') },
  );

/** What a row of the table is about, in words. */
export const rowWords = (intl: IntlShape, row: string): string =>
  intl.formatMessage(
    {
      id: 'access.row',
      defaultMessage:
        '{row, select, municipality {Kommunens navn} cluster {Samarbejder og skoler} team {Teamets navn} membership {Hvem der er i teamet} person {Navn, initialer og faggruppe} role {Roller} marker {Pejlemærker} template {Skabeloner} draft {Mødets kladde} convened {Mødets tid, sted, formål og dagsorden} rhythm {Hvilke uger teamet har mødtes i} attendance {Hvem der deltog} roles {Roller i mødet} presence {Hvem der er i rummet} notes {Noter} decisions {Beslutninger} minutesOpen {Referatet, før det er godkendt} minutesApproved {Det godkendte referat} taps {Indsigelser og hvor mange der har godkendt} amendments {Tilføjelser til referatet} action {Handlinger: titel, pejlemærke, tilstand, udfald og tegn} why {Hvorfor vi prøver det} responsible {Hvem der gør det, og hvornår} reflections {Hvad vi prøvede, så og lærte} help {At teamet beder om hjælp} school {Skolens overblik} tables {Kommunens tabeller} other {Andet}}',
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
  'meeting draft and its agenda': 'draft',
  'meeting convened (time place purpose agenda)': 'convened',
  'meeting rhythm (held in week n)': 'rhythm',
  'attendance and replies': 'attendance',
  'meeting roles': 'roles',
  'presence hand typing in the room': 'presence',
  'item notes and meeting notes': 'notes',
  decisions: 'decisions',
  'minutes open or proposed': 'minutesOpen',
  'minutes approved': 'minutesApproved',
  'objections and taps at approval': 'taps',
  amendments: 'amendments',
  'action (title kind marker state outcome signs week)': 'action',
  'action why and description': 'why',
  'action responsible people and exact due date': 'responsible',
  'action reflections (what we tried saw learned)': 'reflections',
  'request for help or sparring': 'help',
  'school overview': 'school',
  'municipality tables': 'tables',
};
