import type { Template } from '#domain/agenda-templates.ts';
import { layAgenda, type CarriedThread, type LaidItem } from '#domain/carry-over.ts';

/**
 * Lays an agenda that fills its slot to the minute: what is brought over as items of its own, and the team's own points,
 * take their minutes from the template's steps.
 */
export function agendaFor(
  template: Template,
  carried: readonly CarriedThread[],
  topics: readonly LaidItem[],
  openActions: number,
  slot: number,
): LaidItem[] {
  const keys = new Set(template.steps.map((one) => one.key));
  const own = carried.filter((thread) => thread.kind !== 'FOLLOW_UP' && !(thread.stepKey && keys.has(thread.stepKey)));
  const taken = [...own.map((thread) => thread.minutes), ...topics.map((topic) => topic.plannedMin)].reduce(
    (sum, minutes) => sum + minutes,
    0,
  );
  const items = layAgenda({ steps: template.steps, carried, openActions, slot: slot - taken });
  const last = Math.max(0, items.length - 2);
  return [...items.slice(0, last), ...topics, ...items.slice(last)];
}
