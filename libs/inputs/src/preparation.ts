import { z } from 'zod';
import { LONGEST_ITEM_MIN, PROPOSED_KINDS } from '#domain/proposal-lifecycle.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { id, text } from './text.ts';

/** What somebody wishes on the agenda: what it is, why in one line, and for how long. */
export const proposalFields = z.object({
  title: text({ max: TEXT_LIMITS.title, required: true }),
  why: text({ max: TEXT_LIMITS.line }),
  minutes: z.int('NOT_A_NUMBER').min(1, 'TOO_SHORT').max(LONGEST_ITEM_MIN, 'TOO_LONG'),
  kind: z.enum(PROPOSED_KINDS),
});
export type ProposalFields = z.infer<typeof proposalFields>;

/** A new one. Its id comes from the screen, so that a retry proposes nothing twice. */
export const newProposalInput = proposalFields.extend({ id: id() });

/** "Ikke denne gang", in a few words to whoever proposed it. */
export const declineInput = z.object({ reason: text({ max: TEXT_LIMITS.line, required: true }) });

export const preparationNoteInput = z.object({ text: text({ max: TEXT_LIMITS.paragraph }) });
