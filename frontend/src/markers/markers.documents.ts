import { graphql } from '../gql/gql.ts';

export const MARKERS_PAGE = graphql(`
  query MarkersPage {
    markersPage {
      id
      version
      isExample
      label
      publishedAt
      initiativeName
      markers {
        id
        position
        title
        shortTitle
        description
        slot
        signs {
          id
          text
        }
      }
    }
  }
`);
