import { graphql } from '../gql/gql.ts';

export const MY_AUDIT_LINES = graphql(`
  query MyAuditLines($after: String) {
    myAuditLines(after: $after) {
      id
      cursor
      lines {
        id
        verb
        object
        objectId
        criterion
        at
      }
    }
  }
`);
