import { Module } from '@nestjs/common';
import { DocumentMakers } from './makers.ts';
import { MinutesDoor } from './minutes.door.ts';
import { SharedMinutesDoor } from './shared-minutes.door.ts';

/** Documents to save, print and file: minutes and their leader's copy, as PDF and for Word. */
@Module({ providers: [DocumentMakers, MinutesDoor, SharedMinutesDoor] })
export class DocumentsModule {}
