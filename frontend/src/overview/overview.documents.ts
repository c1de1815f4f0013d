import { graphql } from '../gql/gql.ts';

export const SCHOOL_OVERVIEW = graphql(`
  query SchoolOverview($schoolId: ID!, $schoolYear: String) {
    schoolOverview(schoolId: $schoolId, schoolYear: $schoolYear) {
      id
      schoolName
      schoolYear
      schoolYears
      week
      markers {
        id
        position
        slot
        title
        shortTitle
      }
      agreement {
        ...MinutesAgreementParts
      }
      teams {
        id
        name
        gradeBand
        meetingWeeks
        cells {
          markerId
          begun
        }
        actions {
          id
          kind
          title
          markerIds
          state
          outcome
          expectedSigns
          begunWeek
          outcomeWeek
        }
        sharedMinutes {
          id
          title
          week
        }
        help {
          actionId
          text
          markerIds
          week
        }
      }
    }
  }
`);

export const MUNICIPALITY_OVERVIEW = graphql(`
  query MunicipalityOverview($publishedOn: String) {
    municipalityOverview(publishedOn: $publishedOn) {
      id
      municipalityName
      publishedOn
      schoolYear
      publications
      markers {
        id
        position
        slot
        title
        shortTitle
      }
      groups {
        id
        kind
        name
        gradeBand
        cells {
          markerId
          begun
          kept
          adjusted
          stopped
        }
      }
    }
  }
`);
