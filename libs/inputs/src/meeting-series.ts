import { z } from 'zod';
import { MOST_IN_SERIES, MOST_WEEKS_BETWEEN, seriesFault, type SeriesRule } from '#domain/meeting-series.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { cancelInput, duration, templateKey } from './meeting-plan.ts';
import { day, text } from './text.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'NOT_A_TIME');
const days = z.array(day()).min(1, 'NO_DAYS').max(MOST_IN_SERIES, 'TOO_MANY');

const pickedRule = z.object({ kind: z.literal('PICKED'), days, time: clock, durationMin: duration });

const weeklyRule = z
  .object({
    kind: z.enum(['EVERY', 'EVEN', 'ODD']),
    weeks: z.int('NOT_A_NUMBER').min(1, 'TOO_SHORT').max(MOST_WEEKS_BETWEEN, 'TOO_LONG').default(1),
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    from: day(),
    to: day(),
    time: clock,
    durationMin: duration,
  })
  .superRefine((rule, context) => {
    const fault = seriesFault(ruleOf(rule));
    if (fault) context.addIssue({ code: 'custom', message: fault, path: ['rule'] });
  });

type WeeklyRule = Pick<z.infer<typeof weeklyRule>, 'kind' | 'weeks' | 'weekdays' | 'from' | 'to'>;

/** The rule as the domain knows it. */
export const ruleOf = ({ kind, weeks, weekdays, from, to }: WeeklyRule): SeriesRule => ({
  rhythm: kind === 'EVERY' ? { kind, weeks } : { kind },
  weekdays: [...new Set(weekdays)],
  from,
  to,
});

/** When a team meets through a year: by weeks, or on days that were picked one by one. */
export const seriesRuleInput = z.discriminatedUnion('kind', [pickedRule, weeklyRule]);

/** A school year as it is exchanged, its second year the one after its first. */
export const schoolYearInput = z.object({
  schoolYear: z
    .string()
    .regex(/^(20\d{2})-(20\d{2})$/, 'NOT_A_YEAR')
    .refine((key) => Number(key.slice(5)) === Number(key.slice(0, 4)) + 1, 'NOT_A_YEAR'),
});

export const planSeriesInput = z.object({
  name: text({ max: TEXT_LIMITS.name, required: true }),
  templateKey,
  place: text({ max: TEXT_LIMITS.place }),
  rule: seriesRuleInput,
  /** Those of the days that became meetings. */
  days,
});

/** The rest of a series in a school year is called off, for one reason. */
export const cancelSeriesInput = cancelInput.extend(schoolYearInput.shape);

export const moveSeriesInput = z.object({
  reach: z.enum(['FOLLOWING', 'ALL']),
  /** How many days later; negative is earlier. */
  shiftDays: z.int('NOT_A_NUMBER').min(-28, 'TOO_SHORT').max(28, 'TOO_LONG'),
  time: clock,
  durationMin: duration,
  place: text({ max: TEXT_LIMITS.place }),
});
