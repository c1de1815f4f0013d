import { graphql } from '../gql/gql.ts';

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
