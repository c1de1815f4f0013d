import { Module } from '@nestjs/common';

/** Minutes and their approval. */
@Module({})
export class MinutesModule {}
