// A process of its own, in which documents are made: one order at a time, one answer each (makers.ts starts it).
import { minutesDocx } from './minutes-docx.ts';
import { MinutesPdf, NotCompiled } from './minutes-pdf.ts';
import type { Made, Order } from './orders.ts';

/** In bytes: one of some hundred thousand words leaves it with so much; an ordinary one with a third of it. */
const FULL = 450_000_000;

const pdf = new MinutesPdf();

async function make({ form, minutes }: Order): Promise<Uint8Array> {
  return form === 'docx' ? minutesDocx(minutes) : pdf.make(minutes, form);
}

process.on('message', (order: Order) => {
  const answer = (made: Made) => process.send!(made);
  make(order).then(
    (bytes) => answer({ bytes, ...(process.memoryUsage.rss() > FULL ? { isFull: true } : {}) }),
    // What the compiler says may hold people's words: only that it happened goes further.
    (error: unknown) =>
      answer({ fault: error instanceof NotCompiled ? 'not compiled' : String((error as Error).name) }),
  );
});
// With the server gone there is nobody to make anything for.
process.on('disconnect', () => process.exit());
