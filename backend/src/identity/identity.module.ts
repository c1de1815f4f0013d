import { Module } from '@nestjs/common';
import { SignInResolver } from './sign-in.resolver.ts';
import { SignInService } from './sign-in.service.ts';

/** Local sign-in, invitations and sessions. */
@Module({ providers: [SignInService, SignInResolver] })
export class IdentityModule {}
