import { graphql } from '../gql/gql.ts';

/** Everybody's in a demonstration; no secret, for its people are invented. */
export const DEMONSTRATION_PASSWORD = 'pejling-demo';

export const DEMONSTRATION_SIGN_INS = graphql(`
  query DemonstrationSignIns {
    demonstrationSignIns {
      signInName
      displayName
      schoolName
      municipalityName
      roles
      teamFunction
    }
  }
`);

export const SIGN_IN = graphql(`
  mutation SignIn($signInName: String!, $password: String!) {
    signIn(signInName: $signInName, password: $password)
  }
`);

export const ACCEPT_INVITATION = graphql(`
  mutation AcceptInvitation($token: String!, $signInName: String!, $password: String!) {
    acceptInvitation(token: $token, signInName: $signInName, password: $password)
  }
`);

export const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut
  }
`);

export const STAY_SIGNED_IN = graphql(`
  mutation StaySignedIn {
    staySignedIn
  }
`);
