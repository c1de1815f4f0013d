/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query SchoolOverview($schoolId: ID!, $schoolYear: String) {\n    schoolOverview(schoolId: $schoolId, schoolYear: $schoolYear) {\n      id\n      schoolName\n      schoolYear\n      schoolYears\n      week\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      teams {\n        id\n        name\n        gradeBand\n        meetingWeeks\n        cells {\n          markerId\n          begun\n        }\n        actions {\n          id\n          kind\n          title\n          markerIds\n          state\n          outcome\n          expectedSigns\n          begunWeek\n          outcomeWeek\n        }\n        help {\n          actionId\n          text\n          markerIds\n          week\n        }\n      }\n    }\n  }\n": typeof types.SchoolOverviewDocument,
    "\n  query MunicipalityOverview($publishedOn: String) {\n    municipalityOverview(publishedOn: $publishedOn) {\n      id\n      municipalityName\n      publishedOn\n      schoolYear\n      publications\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      groups {\n        id\n        kind\n        name\n        gradeBand\n        cells {\n          markerId\n          begun\n          kept\n          adjusted\n          stopped\n        }\n      }\n    }\n  }\n": typeof types.MunicipalityOverviewDocument,
};
const documents: Documents = {
    "\n  query SchoolOverview($schoolId: ID!, $schoolYear: String) {\n    schoolOverview(schoolId: $schoolId, schoolYear: $schoolYear) {\n      id\n      schoolName\n      schoolYear\n      schoolYears\n      week\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      teams {\n        id\n        name\n        gradeBand\n        meetingWeeks\n        cells {\n          markerId\n          begun\n        }\n        actions {\n          id\n          kind\n          title\n          markerIds\n          state\n          outcome\n          expectedSigns\n          begunWeek\n          outcomeWeek\n        }\n        help {\n          actionId\n          text\n          markerIds\n          week\n        }\n      }\n    }\n  }\n": types.SchoolOverviewDocument,
    "\n  query MunicipalityOverview($publishedOn: String) {\n    municipalityOverview(publishedOn: $publishedOn) {\n      id\n      municipalityName\n      publishedOn\n      schoolYear\n      publications\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      groups {\n        id\n        kind\n        name\n        gradeBand\n        cells {\n          markerId\n          begun\n          kept\n          adjusted\n          stopped\n        }\n      }\n    }\n  }\n": types.MunicipalityOverviewDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SchoolOverview($schoolId: ID!, $schoolYear: String) {\n    schoolOverview(schoolId: $schoolId, schoolYear: $schoolYear) {\n      id\n      schoolName\n      schoolYear\n      schoolYears\n      week\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      teams {\n        id\n        name\n        gradeBand\n        meetingWeeks\n        cells {\n          markerId\n          begun\n        }\n        actions {\n          id\n          kind\n          title\n          markerIds\n          state\n          outcome\n          expectedSigns\n          begunWeek\n          outcomeWeek\n        }\n        help {\n          actionId\n          text\n          markerIds\n          week\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SchoolOverview($schoolId: ID!, $schoolYear: String) {\n    schoolOverview(schoolId: $schoolId, schoolYear: $schoolYear) {\n      id\n      schoolName\n      schoolYear\n      schoolYears\n      week\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      teams {\n        id\n        name\n        gradeBand\n        meetingWeeks\n        cells {\n          markerId\n          begun\n        }\n        actions {\n          id\n          kind\n          title\n          markerIds\n          state\n          outcome\n          expectedSigns\n          begunWeek\n          outcomeWeek\n        }\n        help {\n          actionId\n          text\n          markerIds\n          week\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MunicipalityOverview($publishedOn: String) {\n    municipalityOverview(publishedOn: $publishedOn) {\n      id\n      municipalityName\n      publishedOn\n      schoolYear\n      publications\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      groups {\n        id\n        kind\n        name\n        gradeBand\n        cells {\n          markerId\n          begun\n          kept\n          adjusted\n          stopped\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MunicipalityOverview($publishedOn: String) {\n    municipalityOverview(publishedOn: $publishedOn) {\n      id\n      municipalityName\n      publishedOn\n      schoolYear\n      publications\n      markers {\n        id\n        position\n        slot\n        title\n        shortTitle\n      }\n      groups {\n        id\n        kind\n        name\n        gradeBand\n        cells {\n          markerId\n          begun\n          kept\n          adjusted\n          stopped\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;