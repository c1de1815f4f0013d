import { graphql } from '../gql/gql.ts';
import type { TemplateWordsFragment } from '../gql/graphql.ts';

export type TemplateData = TemplateWordsFragment;

export const TEMPLATE_WORDS = graphql(`
  fragment TemplateWords on AgendaTemplate {
    id
    key
    scope
    name
    purpose
    bring
    minutes
    roles
    version
    from
    retiredAt
    steps {
      id
      position
      key
      title
      kind
      track
      minutes
      minMinutes
      guidance
      recurs
    }
  }
`);

export const TEMPLATE_SHELF = graphql(`
  fragment TemplateShelfLists on TemplateShelf {
    id
    ofTeam {
      ...TemplateWords
    }
    ofSchool {
      ...TemplateWords
    }
    ofMunicipality {
      ...TemplateWords
    }
    ofPejling {
      ...TemplateWords
    }
  }
`);

export const TEMPLATE_HOME = graphql(`
  query TemplateHome($scope: String!, $id: ID!) {
    templateHome(scope: $scope, id: $id) {
      id
      ownerName
      schoolName
      mayKeep
      liveVersion
      schoolId
      schoolVersion
      municipalityVersion
      schools {
        id
        name
      }
      retired {
        ...TemplateWords
      }
      shelf {
        ...TemplateShelfLists
      }
    }
  }
`);

export const TEMPLATE_PAGE = graphql(`
  query TemplatePage($id: ID!, $before: Int) {
    templatePage(id: $id, before: $before) {
      id
      ownerId
      ownerName
      mayKeep
      template {
        ...TemplateWords
      }
      versionCursor
      versions {
        id
        version
        savedAt
        savedBy {
          id
          displayName
        }
        putBack
        name
        steps {
          title
          minutes
          minMinutes
          guidance
        }
        changes {
          what
          step
          from
          to
        }
      }
      sharing {
        level
        ownerName
        isShared
        isUpToDate
      }
    }
  }
`);

export const CREATE_TEMPLATE = graphql(`
  mutation CreateTemplate($owner: TemplateOwnerInput!, $id: ID!, $template: TemplateInput!) {
    createTemplate(owner: $owner, id: $id, template: $template) {
      id
      changes
    }
  }
`);
export const SAVE_TEMPLATE = graphql(`
  mutation SaveTemplate($id: ID!, $template: TemplateInput!, $seenVersion: Int!) {
    saveTemplate(id: $id, template: $template, seenVersion: $seenVersion) {
      id
      changes
    }
  }
`);
export const PUT_BACK_TEMPLATE = graphql(`
  mutation PutBackTemplate($id: ID!, $version: Int!, $seenVersion: Int!) {
    putBackTemplate(id: $id, version: $version, seenVersion: $seenVersion) {
      id
      changes
    }
  }
`);
export const RETIRE_TEMPLATE = graphql(`
  mutation RetireTemplate($id: ID!) {
    retireTemplate(id: $id) {
      id
      changes
    }
  }
`);
export const BRING_BACK_TEMPLATE = graphql(`
  mutation BringBackTemplate($id: ID!) {
    bringBackTemplate(id: $id) {
      id
      changes
    }
  }
`);
export const SHARE_TEMPLATE = graphql(`
  mutation ShareTemplate($id: ID!, $level: String!, $seenVersion: Int!) {
    shareTemplate(id: $id, level: $level, seenVersion: $seenVersion) {
      id
      changes
    }
  }
`);
export const UNSHARE_TEMPLATE = graphql(`
  mutation UnshareTemplate($id: ID!, $level: String!) {
    unshareTemplate(id: $id, level: $level) {
      id
      changes
    }
  }
`);
