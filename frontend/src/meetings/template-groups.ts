import type { IntlShape } from 'react-intl';
import type { TemplateShelfListsFragment } from '../gql/graphql.ts';
import type { TemplateData } from './template.documents.ts';

export interface TemplateGroup {
  scope: 'TEAM' | 'SCHOOL' | 'MUNICIPALITY' | 'SYSTEM';
  label: string;
  templates: readonly TemplateData[];
}

/** A shelf in the order one looks in it: what is nearest first. Empty groups are left out. */
export function templateGroups(intl: IntlShape, shelf: TemplateShelfListsFragment): TemplateGroup[] {
  const groups: TemplateGroup[] = [
    {
      scope: 'TEAM',
      label: intl.formatMessage({ id: 'template.group.team', defaultMessage: 'Teamets egne' }),
      templates: shelf.ofTeam ?? [],
    },
    {
      scope: 'SCHOOL',
      label: intl.formatMessage({ id: 'template.group.school', defaultMessage: 'Skolens' }),
      templates: shelf.ofSchool ?? [],
    },
    {
      scope: 'MUNICIPALITY',
      label: intl.formatMessage({ id: 'template.group.municipality', defaultMessage: 'Kommunens' }),
      templates: shelf.ofMunicipality,
    },
    {
      scope: 'SYSTEM',
      label: intl.formatMessage({ id: 'template.group.system', defaultMessage: 'Pejlings' }),
      templates: shelf.ofPejling,
    },
  ];
  return groups.filter((group) => group.templates.length > 0);
}
