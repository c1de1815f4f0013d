import { graphql } from '../gql/gql.ts';

export const MY_MAILS = graphql(`
  query MyMails($after: String) {
    mailWay
    myMails(after: $after) {
      id
      cursor
      mails {
        id
        caughtAt
        from
        subject
        text
        calendar
      }
    }
  }
`);
