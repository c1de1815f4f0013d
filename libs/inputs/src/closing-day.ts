import { z } from 'zod';
import { closingFault, MOST_CLOSED } from '#domain/closing-days.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { schoolYearInput } from './meeting-series.ts';
import { day, id, text } from './text.ts';

const closed = z.object({
  name: text({ max: TEXT_LIMITS.name, required: true }),
  /** Null for the whole municipality. */
  schoolId: id()
    .nullish()
    .transform((school) => school ?? null),
  from: day(),
  to: day(),
});

/** Days that a municipality or a school keeps closed, all in one school year. */
export const addClosingDaysInput = schoolYearInput
  .extend({ days: z.array(closed).min(1, 'NO_DAYS').max(MOST_CLOSED, 'TOO_MANY') })
  .superRefine(({ schoolYear, days }, context) => {
    for (const [n, one] of days.entries()) {
      const fault = closingFault(one, schoolYear);
      if (fault) context.addIssue({ code: 'custom', message: fault.problem, path: ['days', n, fault.field] });
    }
  });

/** A change of one of them: what it becomes, and what it was where it was changed. */
export const changeClosingDayInput = schoolYearInput
  .extend({ day: closed, seen: closed })
  .superRefine(({ schoolYear, day: becomes }, context) => {
    const fault = closingFault(becomes, schoolYear);
    if (fault) context.addIssue({ code: 'custom', message: fault.problem, path: ['day', fault.field] });
  });
