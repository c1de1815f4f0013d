import { DEMONSTRATION_PASSWORD, DEMONSTRATION_SIGN_INS, type RoleLabel } from './sign-ins.ts';

const ROLES: Record<RoleLabel, string> = {
  facilitator: 'mødeleder i 5. årgang',
  member: 'lærer i 5. årgang',
  coordinator: 'koordinator i 5. årgang',
  coach: 'ressourceperson',
  leader: 'skoleleder',
  consultant: 'kommunal konsulent',
  'head-of-schools': 'skolechef',
  administrator: 'administrator',
  reader: 'læser',
  dpo: 'databeskyttelsesrådgiver',
  guest: 'gæst ved ugens møde',
  'other-school': 'lærer på en anden skole',
  'other-municipality': 'lærer i en anden kommune',
  'other-leader': 'skoleleder i en anden kommune',
};

/** Whom one may sign in as, a line each, for whoever started the demonstration. */
export function signInLines(): string[] {
  const longest = Math.max(...DEMONSTRATION_SIGN_INS.map(({ signInName }) => signInName.length));
  return [
    `Log ind med adgangskoden ${DEMONSTRATION_PASSWORD} som`,
    ...DEMONSTRATION_SIGN_INS.map(
      ({ signInName, displayName, role }) => `  ${signInName.padEnd(longest)}  ${displayName}, ${ROLES[role]}`,
    ),
  ];
}
