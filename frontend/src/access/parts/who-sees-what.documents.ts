import { graphql } from '../../gql/gql.ts';

export const WHO_SEES_WHAT = graphql(`
  query WhoSeesWhat($abilities: [String!]) {
    whoSeesWhat(abilities: $abilities) {
      ability
      row
      viewers {
        viewer
        cell
      }
    }
  }
`);
