import { Module } from '@nestjs/common';

/** Guiding markers in their versions. */
@Module({})
export class MarkersModule {}
