import { Module } from '@nestjs/common';
import { AuditSealing } from './audit-sealing.ts';
import { GatheredUses } from './gathered-uses.ts';
import { MyAuditResolver } from './my-audit.resolver.ts';
import './privacy.policy.ts';

/** The audit: who used which personal data. */
@Module({ providers: [GatheredUses, AuditSealing, MyAuditResolver] })
export class PrivacyModule {}
