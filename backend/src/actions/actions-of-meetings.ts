import { answerForActions } from '../meetings/actions.ports.ts';

answerForActions({
  async openActionsOfThreads(query, threadIds) {
    const rows = await query<{ thread: string; open: number }>(
      `select i.thread_id as thread, count(*)::int as open from action a join agenda_item i on i.id = a.origin_item_id
       where i.thread_id = any($1::uuid[]) and a.state in ('AGREED', 'IN_PROGRESS', 'TRIED') group by i.thread_id`,
      [threadIds],
    );
    return new Map(rows.map((row) => [row.thread, row.open]));
  },
  async actionsUnderItem(query, itemId) {
    const [row] = await query<{ n: number }>('select count(*)::int as n from action where origin_item_id = $1', [
      itemId,
    ]);
    return row!.n;
  },
});
