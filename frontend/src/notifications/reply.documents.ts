import { graphql } from '../gql/gql.ts';

export const REPLY_PAGE = graphql(`
  query ReplyPage($token: String!) {
    replyPage(token: $token) {
      title
      team
      startsAt
      durationMin
      place
      name
      reply
      state
    }
  }
`);

export const REPLY = graphql(`
  mutation ReplyToMeeting($token: String!, $reply: String!) {
    replyToMeeting(token: $token, reply: $reply) {
      title
      team
      startsAt
      durationMin
      place
      name
      reply
      state
    }
  }
`);
