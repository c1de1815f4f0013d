import { graphql } from '../gql/gql.ts';

export const SEARCH = graphql(`
  query Search($text: String!, $kinds: [String!], $teamId: ID, $schoolYear: String, $after: String) {
    search(text: $text, kinds: $kinds, teamId: $teamId, schoolYear: $schoolYear, after: $after) {
      cursor
      hits {
        id
        kind
        objectId
        meetingId
        meetingTitle
        meetingState
        state
        outcome
        at
        teamId
        teamName
        schoolYear
        title {
          text
          isMatch
        }
        fragment {
          text
          isMatch
        }
        noteFragment {
          text
          isMatch
        }
      }
    }
  }
`);
