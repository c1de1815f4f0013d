import { policy } from '../access/policy.ts';

export const privacyPolicy = policy({
  'audit.read': {
    sentence: 'What a person has looked up is shown to themselves, and to the municipality’s data protection officer.',
    row: 'audit lines',
    viewers: { author: 'own', dpo: 'yes' },
  },
  'audit.clock': {
    sentence: 'The audit is sealed by the clock; no person may ask for it.',
    viewers: {},
  },
});
