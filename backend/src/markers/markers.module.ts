import { Module } from '@nestjs/common';
import './markers.policy.ts';

/** Guiding markers in their versions. */
@Module({})
export class MarkersModule {}
