import { Module } from '@nestjs/common';

/** Rooms, presence and the change feed. */
@Module({})
export class LiveModule {}
