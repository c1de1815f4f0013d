import type { IntlShape } from 'react-intl';
import type { Act } from '#domain/agenda-acts.ts';
import type { AgendaHistoryQuery } from '../gql/graphql.ts';

export type LoggedAgendaChange = AgendaHistoryQuery['agendaHistory']['changes'][number];

/** What was done, after the name of whoever did it: "tog »Læsebånd« af dagsordenen". */
export function actWords(intl: IntlShape, { lead, count }: Act<LoggedAgendaChange>): string {
  const title = lead.title ?? '';
  if (lead.verb === 'changed' && lead.entity === 'Meeting') {
    return intl.formatMessage(
      { id: 'plan.history.meeting', defaultMessage: 'ændrede mødets {fields}' },
      { fields: fieldWords(intl, lead.fields) },
    );
  }
  if (lead.verb === 'changed') {
    return lead.text !== null && lead.fields.includes('title')
      ? intl.formatMessage(
          { id: 'plan.history.title', defaultMessage: 'gav et punkt overskriften »{title}«' },
          { title },
        )
      : intl.formatMessage(
          { id: 'plan.history.item', defaultMessage: 'ændrede {fields} i »{title}«' },
          { fields: fieldWords(intl, lead.fields), title },
        );
  }
  return intl.formatMessage(
    {
      id: 'plan.history.act',
      defaultMessage:
        '{verb, select, added {tilføjede {count, plural, one {»{title}«} other {# punkter}}} removed {tog {count, plural, one {»{title}«} other {# punkter}} af dagsordenen} dropped {slap »{title}«} divided {delte et punkt op; første del er »{title}«} brought {førte {count, plural, one {»{title}«} other {# punkter}} med fra et tidligere møde} fitted {tilpassede minutterne til tiden} laid {lagde dagsordenen efter en skabelon} moved {ændrede rækkefølgen} focused {valgte mødets pejlemærke} convened {indkaldte teamet} cancelled {aflyste mødet} other {ændrede noget}}',
    },
    { verb: lead.verb === 'brought over' ? 'brought' : lead.verb, count, title },
  );
}

/** The fields that were changed, as one says them: "minutter og ansvarlig". */
function fieldWords(intl: IntlShape, fields: readonly string[]): string {
  const words = fields.map((field) =>
    intl.formatMessage(
      {
        id: 'plan.history.field',
        defaultMessage:
          '{field, select, title {overskrift} guidance {vejledning} kind {slags} track {drift eller udvikling} plannedMin {minutter} owner {hvem der tager det} markers {pejlemærker} purpose {formål} bring {medbring} place {sted} startsAt {tid} durationMin {længde} other {andet}}',
      },
      { field },
    ),
  );
  return intl.formatList([...new Set(words)], { type: 'conjunction' });
}
