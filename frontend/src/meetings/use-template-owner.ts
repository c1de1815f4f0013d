import { useParams } from 'react-router';
import { useViewer } from '../identity/parts/viewer.ts';

export interface TemplateOwner {
  scope: 'TEAM' | 'SCHOOL' | 'MUNICIPALITY';
  id: string;
}

/** Where an owner's templates are. */
export function templatesAddress(scope: string, ownerId: string): string {
  if (scope === 'TEAM') return `/team/${ownerId}/skabeloner`;
  return scope === 'SCHOOL' ? `/skole/${ownerId}/skabeloner` : '/kommune/skabeloner';
}

/** Whose templates the address is about. */
export function useTemplateOwner(): TemplateOwner {
  const { teamId, schoolId } = useParams();
  const { municipalityId } = useViewer();
  if (teamId) return { scope: 'TEAM', id: teamId };
  return schoolId ? { scope: 'SCHOOL', id: schoolId } : { scope: 'MUNICIPALITY', id: municipalityId };
}
