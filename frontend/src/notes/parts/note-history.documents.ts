import { graphql } from '../../gql/gql.ts';

export const NOTE_HISTORY = graphql(`
  query NoteHistory($noteId: ID!, $after: String) {
    noteHistory(noteId: $noteId, after: $after) {
      id
      versions {
        id
        at
        text
        doc
      }
      cursor
    }
  }
`);
