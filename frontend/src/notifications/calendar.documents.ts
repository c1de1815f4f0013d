import { graphql } from '../gql/gql.ts';

export const MY_CALENDAR = graphql(`
  query MyCalendar {
    mailWay
    myCalendar {
      id
      madeAt
    }
  }
`);

export const MAKE_FEED = graphql(`
  mutation MakeCalendarFeed {
    makeCalendarFeed
  }
`);

export const REVOKE_FEED = graphql(`
  mutation RevokeCalendarFeed {
    revokeCalendarFeed {
      id
      changes
    }
  }
`);
