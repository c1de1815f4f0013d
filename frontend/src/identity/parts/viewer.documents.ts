import { graphql } from '../../gql/gql.ts';

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      id
      displayName
      initials
      schoolName
      municipalityId
      municipalityName
      isDemonstration
      serverTime
      sessionEndsAt
      sessionMayGoOn
      outboxSecret
      teams {
        id
        name
        schoolName
        relation
      }
      roles {
        role
        scopeKind
        scopeId
        scopeName
      }
    }
  }
`);
