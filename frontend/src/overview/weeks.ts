/** An ISO week as it travels: 2026-W48. */
export type WeekKey = string;

export const weekNumber = (week: WeekKey): number => Number(week.slice(6));

/**
 * The school year's weeks from August to the week given, in order.
 * @param schoolYear in the form 2026-2027
 */
export function weeksOfSchoolYear(schoolYear: string, until: WeekKey): WeekKey[] {
  const first = Number(schoolYear.slice(0, 4));
  const weeks: WeekKey[] = [];
  // The first Monday of the school year lies in the week of 1 August.
  const day = new Date(Date.UTC(first, 7, 1));
  const end = new Date(Date.UTC(first + 1, 6, 31));
  for (; day <= end; day.setUTCDate(day.getUTCDate() + 7)) {
    const week = keyOf(day);
    weeks.push(week);
    if (week === until) break;
  }
  return weeks;
}

/** ISO 8601: the week belongs to the year its Thursday is in. */
function keyOf(day: Date): WeekKey {
  const thursday = new Date(day);
  thursday.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}
