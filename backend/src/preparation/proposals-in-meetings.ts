import { answerForPreparation } from '../meetings/preparation.ports.ts';
import { settleSeries } from './proposal-room.ts';

answerForPreparation({ whenSeriesChanged: settleSeries });
