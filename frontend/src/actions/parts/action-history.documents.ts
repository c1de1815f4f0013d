import { graphql } from '../../gql/gql.ts';

export const ACTION_HISTORY = graphql(`
  query ActionHistory($actionId: ID!, $after: ID) {
    actionHistory(actionId: $actionId, after: $after) {
      id
      cursor
      changes {
        id
        at
        who
        verb
        fields
        text
        before
      }
    }
  }
`);
