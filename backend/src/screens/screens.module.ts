import { Module } from '@nestjs/common';
import { ViewerResolver } from './viewer.resolver.ts';

/** The one statement behind each page. */
@Module({ providers: [ViewerResolver] })
export class ScreensModule {}
