import { createContext, useContext } from 'react';
import type { ViewerQuery } from '../../gql/graphql.ts';

export type ViewerData = NonNullable<ViewerQuery['viewer']>;

export const ViewerContext = createContext<ViewerData | null>(null);

/** Who is signed in; only below the shell, where somebody is. */
export function useViewer(): ViewerData {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('a screen outside the shell asked who is signed in');
  return viewer;
}

const leads = (viewer: ViewerData) =>
  viewer.roles.find((role) => role.role === 'SCHOOL_LEADER' && role.scopeKind === 'SCHOOL');

/** The school whose overview this person opens with, if they lead one. */
export const schoolLed = (viewer: ViewerData): string | null => leads(viewer)?.scopeId ?? null;

/** Above the school: consultant, or a leader who may read the published tables. */
export const readsTables = (viewer: ViewerData): boolean =>
  viewer.roles.some((role) => role.role === 'MUNICIPAL_CONSULTANT' || role.role === 'SCHOOL_LEADER');

/** Whose page the municipality's holidays are: the administrator keeps them, and the DPO reads them. */
export const readsClosedDays = (viewer: ViewerData): boolean =>
  viewer.roles.some((role) => role.role === 'MUNICIPAL_ADMIN' || role.role === 'DPO');

/** Whose page the municipality's templates are: those who write them. */
export const keepsTemplates = (viewer: ViewerData): boolean =>
  viewer.roles.some((role) => role.role === 'MUNICIPAL_ADMIN' || role.role === 'MUNICIPAL_CONSULTANT');

/** Where this person begins: a school's leader with the overview, teams and guests with Min uge, else with what their role gives. */
export function firstPage(viewer: ViewerData): string {
  const school = schoolLed(viewer);
  if (school) return `/skole/${school}/overblik`;
  if (viewer.teams.length > 0 || viewer.roles.length === 0) return '/';
  return readsTables(viewer) ? '/kommune/overblik' : '/hvem-ser-hvad';
}
