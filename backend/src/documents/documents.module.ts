import { Module } from '@nestjs/common';
import { DocumentMakers } from './makers.ts';
import { MinutesDoor } from './minutes.door.ts';

/** Documents to save, print and file: minutes as PDF and for Word. */
@Module({ providers: [DocumentMakers, MinutesDoor] })
export class DocumentsModule {}
