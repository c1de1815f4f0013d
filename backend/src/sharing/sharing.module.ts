import { Module } from '@nestjs/common';
import './search.policy.ts';
import { SearchResolver } from './search.resolver.ts';
import { SearchService } from './search.service.ts';

/** What is found across what somebody may see. */
@Module({ providers: [SearchResolver, SearchService] })
export class SharingModule {}
