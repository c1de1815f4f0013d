import { graphql } from '../gql/gql.ts';

export const CLOSING_DAYS = graphql(`
  query ClosingDays($schoolYear: String!) {
    closingDays(schoolYear: $schoolYear) {
      id
      schoolYear
      mayKeep
      liveVersion
      schools {
        id
        name
      }
      days {
        id
        name
        from
        to
        school {
          id
          name
        }
      }
    }
  }
`);

export const ADD_CLOSING_DAYS = graphql(`
  mutation AddClosingDays($schoolYear: String!, $days: [ClosingDayInput!]!) {
    addClosingDays(schoolYear: $schoolYear, days: $days) {
      id
      changes
    }
  }
`);

export const CHANGE_CLOSING_DAY = graphql(`
  mutation ChangeClosingDay($id: ID!, $schoolYear: String!, $day: ClosingDayInput!, $seen: ClosingDayInput!) {
    changeClosingDay(id: $id, schoolYear: $schoolYear, day: $day, seen: $seen) {
      id
      changes
    }
  }
`);

export const REMOVE_CLOSING_DAY = graphql(`
  mutation RemoveClosingDay($id: ID!) {
    removeClosingDay(id: $id) {
      id
      changes
    }
  }
`);
