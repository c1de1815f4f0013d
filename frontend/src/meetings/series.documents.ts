import { graphql } from '../gql/gql.ts';

export const SERIES_PROPOSAL = graphql(`
  query SeriesProposal($teamId: ID!, $rule: SeriesRuleInput!) {
    seriesProposal(teamId: $teamId, rule: $rule) {
      id
      withoutCalendar
      calendarVersion
      meetings {
        day
        startsAt
        closed
        holiday
        teamMeets
        busy
      }
    }
  }
`);

export const PLAN_SERIES = graphql(`
  mutation PlanSeries($teamId: ID!, $input: PlanSeriesInput!) {
    planSeries(teamId: $teamId, input: $input) {
      id
      changes
    }
  }
`);

export const MOVE_SERIES = graphql(`
  mutation MoveSeries($meetingId: ID!, $input: MoveSeriesInput!) {
    moveSeries(meetingId: $meetingId, input: $input) {
      id
      changes
    }
  }
`);

export const CANCEL_SERIES = graphql(`
  mutation CancelSeries($meetingId: ID!, $schoolYear: String!, $reason: String!) {
    cancelSeries(meetingId: $meetingId, schoolYear: $schoolYear, reason: $reason) {
      id
      changes
    }
  }
`);

export const TEAM_YEAR = graphql(`
  query TeamYear($teamId: ID!, $schoolYear: String!) {
    teamYear(teamId: $teamId, schoolYear: $schoolYear) {
      id
      schoolYear
      liveVersion
      calendarVersion
      may
      team {
        id
        name
        school {
          id
          name
        }
      }
      meetings {
        id
        title
        startsAt
        startedAt
        durationMin
        state
        series
        markers {
          id
          position
          slot
          shortTitle
        }
      }
      closed {
        from
        to
        closed
        holiday
      }
    }
  }
`);
