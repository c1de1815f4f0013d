import { graphql } from '../../gql/gql.ts';
import type { MaterialPartsFragment } from '../../gql/graphql.ts';

/** A file or a link as every list of them shows it. */
export const MATERIAL_PARTS = graphql(`
  fragment MaterialParts on Material {
    id
    itemId
    kind
    title
    url
    mime
    sizeBytes
    addedBy {
      id
      displayName
    }
  }
`);

export type MaterialData = MaterialPartsFragment;

export const ADD_LINK = graphql(`
  mutation AddLink($meetingId: ID!, $itemId: ID, $title: String!, $url: String!, $id: ID) {
    addLink(meetingId: $meetingId, itemId: $itemId, title: $title, url: $url, id: $id) {
      id
      changes
    }
  }
`);

export const REMOVE_MATERIAL = graphql(`
  mutation RemoveMaterial($materialId: ID!) {
    removeMaterial(materialId: $materialId) {
      id
      changes
    }
  }
`);
